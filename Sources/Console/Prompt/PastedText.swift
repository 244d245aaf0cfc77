import PlainText

/// Text that was pasted where one line is typed.
enum PastedText: Sendable, Equatable {
  /// One line, which can be typed.
  case line(String)
  /// Several lines, without those that have nothing in them.
  case lines([String])

  init(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let full = lines.filter { line in line.contains { !$0.isWhitespace } }
    self = full.count > 1 ? .lines(full) : .line(full.first ?? lines.first ?? "")
  }
}

extension ConsoleState {
  /// Takes several lines that were pasted into a prompt: they are people rather than a filter or a command, and none
  /// of them is typed.
  mutating func takePastedLines(_ lines: [String]) -> [Effect] {
    message = .warning("\(lines.count) lines were pasted; a prompt takes one, so none was taken.")
    return []
  }
}
