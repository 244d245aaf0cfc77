/// Text that was pasted where one line is typed.
enum PastedText: Sendable, Equatable {
  /// One line, which can be typed.
  case line(String)
  /// Several lines with something in them, which are people rather than what is typed.
  case lines

  init(_ text: String) {
    var line: Substring?
    var rest = text[...]
    while !rest.isEmpty {
      let piece = rest.prefix { !$0.isNewline }
      rest = rest[piece.endIndex...].dropFirst()
      guard piece.contains(where: { !$0.isWhitespace }) else { continue }
      guard line == nil else {
        self = .lines
        return
      }
      line = piece
    }
    self = .line(String(line ?? text.prefix { !$0.isNewline }))
  }
}
