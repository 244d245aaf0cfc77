/// Goes through the bytes of a table once, a row a step, and copies nothing.
package struct CSVParser: Sendable {
  /// A cell of a row.
  package struct Field: Sendable {
    /// Where its bytes are, without quotes around them.
    package let bytes: Range<Int>
    /// Whether quotes were around it.
    package let isQuoted: Bool
    /// Whether a quote is in it, which is then written as two.
    package let hasDoubledQuotes: Bool
    /// The line on which it begins.
    package let line: Int
    /// The line on which it ends.
    package let lastLine: Int
  }

  /// A row that is not blank.
  package struct Row: Sendable {
    /// The line on which it begins.
    package fileprivate(set) var line: Int
    /// The line on which it ends.
    package fileprivate(set) var lastLine: Int
    /// Where its bytes are, without the line end.
    package fileprivate(set) var bytes: Range<Int>
    /// Its cells.
    package fileprivate(set) var fields: [Field]
  }

  /// What it goes through.
  package let bytes: [UInt8]
  private let delimiter: UInt8
  private var line: Int
  private var position: Int

  /// Begins at `position`, which is on line number `line`.
  package init(bytes: [UInt8], delimiter: UInt8, line: Int, position: Int = 0) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.line = line
    self.position = position
  }

  /// The rest of the line that it stands on, without the line end.
  package var restOfLine: ArraySlice<UInt8> { bytes[position...].prefix { !$0.isLineEnd } }

  /// Passes over the line that it stands on.
  package mutating func passLine() {
    position += restOfLine.count
    if position < bytes.count { passLineEnd() }
  }

  /// Passes over lines with nothing on them, and gives the number of the line after them.
  package mutating func passBlankLines() -> Int {
    while position < bytes.count, bytes[position].isLineEnd {
      passLineEnd()
    }
    return line
  }

  /// The next row that is not blank, or `nil` at the end.
  package mutating func nextRow() throws(CSVError) -> Row? {
    _ = passBlankLines()
    guard position < bytes.count else { return nil }
    var row = Row(line: line, lastLine: line, bytes: position..<position, fields: [])
    while true {
      row.fields.append(try nextField())
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    row.bytes = row.bytes.lowerBound..<position
    row.lastLine = line
    if position < bytes.count { passLineEnd() }
    return row
  }

  /// The text of `field`.
  package func text(of field: Field) -> String {
    guard field.hasDoubledQuotes else { return String(decoding: bytes[field.bytes], as: UTF8.self) }
    var text: [UInt8] = []
    var isSecond = false
    for byte in bytes[field.bytes] {
      isSecond = byte == .quote && !isSecond
      if !isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Leaves the position at the delimiter, at the line end or at the end.
  private mutating func nextField() throws(CSVError) -> Field {
    let start = position
    skipSpaces()
    if position < bytes.count, bytes[position] == .quote { return try quotedField() }
    while !isAtFieldEnd {
      position += 1
    }
    return Field(bytes: start..<position, isQuoted: false, hasDoubledQuotes: false, line: line, lastLine: line)
  }

  private mutating func quotedField() throws(CSVError) -> Field {
    let firstLine = line
    position += 1
    let start = position
    var hasDoubledQuotes = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == .quote {
        let end = position
        position += 1
        guard position < bytes.count, bytes[position] == .quote else {
          skipSpaces()
          guard isAtFieldEnd else { throw .textAfterQuote(line: line) }
          return Field(
            bytes: start..<end,
            isQuoted: true,
            hasDoubledQuotes: hasDoubledQuotes,
            line: firstLine,
            lastLine: line
          )
        }
        hasDoubledQuotes = true
      }
      if byte.isLineEnd {
        passLineEnd()
      } else {
        position += 1
      }
    }
    throw .unclosedQuote(line: firstLine)
  }

  private var isAtFieldEnd: Bool {
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

/// Why text is not a table.
public enum CSVError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A quote that is opened on this line is never closed.
  case unclosedQuote(line: Int)
  /// Something other than a delimiter follows a closing quote.
  case textAfterQuote(line: Int)

  /// The line to look at, counted from 1.
  public var line: Int {
    switch self {
    case .unclosedQuote(let line), .textAfterQuote(let line): line
    }
  }

  /// What is wrong there, as a clause.
  public var reason: String {
    switch self {
    case .unclosedQuote: "a quote is opened and never closed"
    case .textAfterQuote: "there is text between a closing quote and the next cell"
    }
  }

  /// The sentences that a person reads.
  public var description: String {
    "Line \(line): \(reason). Write a quote inside quotes as two."
  }
}

extension UInt8 {
  package static let quote = UInt8(ascii: "\"")
  package static let space = UInt8(ascii: " ")

  package var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
