/// Goes through the bytes of a table once, a row a step.
struct CSVParser {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var line: Int
  private var position = 0

  init(bytes: [UInt8], delimiter: UInt8, line: Int) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.line = line
  }

  /// The next row that is not blank, or `nil` at the end.
  mutating func nextRow() throws(CSVError) -> CSVRow? {
    while position < bytes.count, bytes[position].isLineEnd {
      passLineEnd()
    }
    guard position < bytes.count else { return nil }
    var row = CSVRow(line: line, cells: [])
    while true {
      row.cells.append(CSVFormula.withoutMark(try nextCell()))
      guard position < bytes.count else { return row }
      guard bytes[position] == delimiter else { break }
      position += 1
    }
    passLineEnd()
    return row
  }

  /// Leaves the position at the delimiter, at the line end or at the end.
  private mutating func nextCell() throws(CSVError) -> String {
    let start = position
    skipSpaces()
    if position < bytes.count, bytes[position] == .quote { return try quotedCell() }
    while !isAtCellEnd {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quotedCell() throws(CSVError) -> String {
    let firstLine = line
    var cell: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == .quote {
        position += 1
        guard position < bytes.count, bytes[position] == .quote else {
          skipSpaces()
          guard isAtCellEnd else { throw .textAfterQuote(line: line) }
          return String(decoding: cell, as: UTF8.self)
        }
      }
      if byte.isLineEnd {
        let start = position
        passLineEnd()
        cell += bytes[start..<position]
      } else {
        cell.append(byte)
        position += 1
      }
    }
    throw .unclosedQuote(line: firstLine)
  }

  private var isAtCellEnd: Bool {
    position == bytes.count || bytes[position] == delimiter || bytes[position].isLineEnd
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == .space {
      position += 1
    }
  }

  private mutating func passLineEnd() {
    let isCarriageReturn = bytes[position] == UInt8(ascii: "\r")
    position += 1
    if isCarriageReturn, position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    line += 1
  }
}
