import PlainText
import Screen

/// A prompt for one line, which is edited as in a shell and can be one that was entered earlier.
protocol LinePrompt: PromptScreen {
  static var history: PromptHistory.Kind { get }

  var line: EditedLine { get set }

  /// Puts the prompt, as it is now, in place of what it was.
  func show(in console: inout ConsoleState)
}

extension LinePrompt {
  /// What is typed.
  var text: String { line.text }

  /// Takes a key that is none of the prompt's own: it types, or edits the line.
  func edit(_ key: Key, in console: inout ConsoleState) -> [Effect] {
    var edited = self
    if let action = lineEditingKeys.action(for: key) {
      edited.line.apply(action)
    } else {
      switch key {
      case .character(let character): edited.line.insert(String(character))
      case .paste(let pasted):
        switch PastedText(pasted) {
        case .line(let text): edited.line.insert(text)
        case .lines: return console.offerPeople(from: pasted)
        }
      default: break
      }
    }
    edited.show(in: &console)
    return []
  }

  /// Keeps what is typed among the earlier entries: it is being entered.
  func keepEntry(in console: inout ConsoleState) {
    console.history.add(text, to: Self.history)
  }

  /// Draws the line behind `label`, and over it what the last key came to, or else `note`.
  func draw(_ console: ConsoleState, label: Line, note: Line? = nil, on frame: inout Frame) {
    let row = console.size.rows - 2
    if let message = console.message {
      frame.fill(row: row - 1, column: 0, width: console.size.columns, with: " ")
      frame.putNote(message, lastRow: row - 1)
    } else if let note {
      frame.put(note.fitted(to: console.size.columns), row: row - 1, column: 0, style: .dim)
    }
    frame.put(line.editor, behind: label, row: row)
  }
}
