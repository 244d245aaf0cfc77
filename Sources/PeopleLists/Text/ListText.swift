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
