import AppStream
import PlainText
import Screen

/// What goes to the terminal's clipboard: made visible, so that pasting it elsewhere types no control either.
extension ConsoleState {
  /// Copies `text`; where there is none, says so.
  mutating func copy(_ text: Line?, orSay sentence: Line) -> [Effect] {
    guard let text else {
      message = .warning(sentence)
      return []
    }
    return [.terminal(.copy(text))]
  }
}

extension Line {
  /// What a ticket needs of a row, with tabs between: the address, the stack, and what became of it.
  init(copying row: Association, _ result: RowResult?) {
    let names: Line = "\(row.userName)\t\(row.stackName)"
    self = result.map { "\(names)\t\($0.text)" } ?? names
  }
}

extension Message {
  /// What became of a text that was to be copied.
  init(_ answer: CopyAnswer) {
    self =
      switch answer {
      case .sent: .done("The row was sent to the terminal, for its clipboard.")
      case .tooLong: .warning("The row is too long for a terminal's clipboard.")
      case .notKnownToTakeIt: .warning("A terminal of this type is not known to take text for its clipboard.")
      }
  }
}
