import PlainText

/// A line, with the number that an editor shows for it.
struct ScannedLine: Sendable {
  let number: Int
  /// Where its bytes are, without the line end.
  let bytes: Range<Int>
}

/// Goes through the lines of a text, which end with LF, CRLF or CR.
struct LineScanner: Sendable {
  private let bytes: [UInt8]
  private var number = 0
  /// Where the next line begins.
  private(set) var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next line, or `nil` at the end; nothing after the last line end is no line.
  mutating func next() -> ScannedLine? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    while end < bytes.count, !bytes[end].isLineEnd {
      end += 1
    }
    position = end
    if position < bytes.count {
      position += 1
      let isPair = bytes[end] == UInt8(ascii: "\r") && position < bytes.count && bytes[position] == UInt8(ascii: "\n")
      if isPair { position += 1 }
    }
    number += 1
    return ScannedLine(number: number, bytes: start..<end)
  }

  /// How many lines a text has, found without going through them one by one.
  static func count(of bytes: some Collection<UInt8>) -> Int {
    var count = 0
    var last: UInt8?
    for byte in bytes {
      if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") && last != UInt8(ascii: "\r") { count += 1 }
      last = byte
    }
    return last.map(\.isLineEnd) ?? true ? count : count + 1
  }
}
