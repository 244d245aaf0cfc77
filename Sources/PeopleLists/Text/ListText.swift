import PlainText

/// The content of a list as text, in UTF-8, and how sure its letters are.
struct ListText: Sendable, Equatable {
  /// The text, without a byte order mark at its begin and without the end mark of DOS.
  let bytes: [UInt8]
  /// Whether only the ASCII characters of the text are sure, because the encoding of the others was not said.
  ///
  /// Such a file is taken for Windows-1252. In every encoding of one byte a character, and in those of several bytes in
  /// use, line ends, delimiters, quotes and brackets are what they are in ASCII; letters outside of it are not. So they
  /// may stand in a name's column, which nobody reads, and nowhere else.
  let isOnlyASCIISure: Bool
  /// Whether an end mark was passed over.
  let hadEndMark: Bool

  /// Takes UTF-8, or UTF-16 of either byte order, each with or without a mark; or else Windows-1252.
  ///
  /// - Throws: ``ListRefusal`` for what is no text.
  init(_ bytes: [UInt8], file: String) throws(ListRefusal) {
    if let kind = FileKind(of: bytes, name: file) { throw ListRefusal(file: file, .otherKind(kind)) }
    var text: [UInt8]
    var isOnlyASCIISure = false
    do throws(InputTextError) {
      text = Array(try InputText.decode(bytes).utf8)
    } catch {
      guard error.encoding == "UTF-8", !Self.mayHideDelimiters(bytes) else {
        throw ListRefusal(file: file, .notText(error))
      }
      text = Windows1252.utf8(of: bytes)
      isOnlyASCIISure = true
    }
    let endMark: UInt8 = 0x1A
    let end = text.lastIndex { $0 != endMark } ?? -1
    hadEndMark = end + 1 < text.count
    text.removeSubrange((end + 1)...)
    self.isOnlyASCIISure = isOnlyASCIISure
    self.bytes = text
    if let place = text.firstIndex(of: 0) {
      let line = LineScanner.count(of: text[..<place] + [UInt8(ascii: "x")])
      throw ListRefusal(file: file, .notText(InputTextError(encoding: "UTF-8", line: line)))
    }
  }

  /// Refuses a text with a line that is longer than any line of a list, so that what is kept of one line is bounded.
  ///
  /// - Throws: ``ListRefusal`` with the first such line.
  func refuseLongLines(_ file: String) throws(ListRefusal) {
    var lines = LineScanner(bytes)
    while let line = lines.next() {
      if line.bytes.count > ListRefusal.longestLine { throw ListRefusal(file: file, .longLine(line.number)) }
    }
  }

  /// Whether a byte outside ASCII stands right before one that it may be one character with, and that would matter.
  ///
  /// In Shift JIS, GBK and Big5 the second byte of a character may be that of `@` or `|`.
  /// https://encoding.spec.whatwg.org/#legacy-multi-byte-chinese-(simplified)-encodings
  private static func mayHideDelimiters(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 >= 0x80 && ($1 == UInt8(ascii: "@") || $1 == UInt8(ascii: "|")) }
  }
}

/// The code page that Western European Windows saves text in, and that includes the letters of Latin-1.
///
/// https://encoding.spec.whatwg.org/index-windows-1252.txt
enum Windows1252 {
  /// The characters of 80 to 9F; five bytes there have none, and are shown as U+FFFD.
  private static let characters = Array(
    ("\u{20AC}\u{FFFD}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}"
      + "\u{2039}\u{152}\u{FFFD}\u{17D}\u{FFFD}\u{FFFD}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}"
      + "\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{FFFD}\u{17E}\u{178}")
      .unicodeScalars
  )

  /// The same text in UTF-8.
  static func utf8(of bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case ..<0x80: text.append(byte)
      case 0x80..<0xA0: text += Array(String(characters[Int(byte) - 0x80]).utf8)
      default: text += Array(String(Unicode.Scalar(byte)).utf8)
      }
    }
    return text
  }
}
