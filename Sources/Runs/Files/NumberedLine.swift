/// A line of a file, with the number that an editor shows for it.
struct NumberedLine {
  let number: Int
  let text: Substring

  /// Whether it says nothing: blank, or a comment, which is a line that begins with `#`.
  var isSilent: Bool {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
    return first == nil || first == "#"
  }

  /// The lines of `text`, which end with LF, CRLF or CR.
  static func lines(of text: String) -> [NumberedLine] {
    var lines: [NumberedLine] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(where: isLineEnd) {
      lines.append(NumberedLine(number: lines.count + 1, text: text[start..<end]))
      start = bytes.index(after: end)
      let isPair = bytes[end] == carriageReturn && start < bytes.endIndex && bytes[start] == lineFeed
      if isPair { start = bytes.index(after: start) }
    }
    lines.append(NumberedLine(number: lines.count + 1, text: text[start...]))
    return lines
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
  }
}

extension StringProtocol {
  /// The text without the white space at its ends.
  var trimmed: String {
    var scalars = Substring(self).unicodeScalars
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}
