import PlainText
import Screen

/// The keys of a question that do not type.
enum QuestionAction: Sendable, Equatable {
  case agree, decline, erase
}

let questionKeys = KeyTable<QuestionAction>(kept: [
  KeyBinding([.enter], "do it", .agree, "do it, after typing what is asked for", footer: FooterPlace()),
  KeyBinding([.escape], "do nothing", .decline, "clear what was typed, then do nothing", footer: FooterPlace()),
  KeyBinding([.backspace, .delete], "erase", .erase, "take back a character"),
])

/// Something that cannot be taken back, and is done only after a word was typed for it.
struct Question: Sendable, Equatable {
  /// What is asked, and what a yes does.
  let text: Line
  /// What is typed.
  var entry: PhraseEntry
  /// What is to be done then.
  let consequence: Consequence
  /// What is said when it is not to be done.
  let declined: Line
  /// What was wrong with the last key.
  var remark: Line?

  init(_ text: Line, phrase: String, _ consequence: Consequence, declined: Line) {
    self.text = text
    entry = PhraseEntry(phrase)
    self.consequence = consequence
    self.declined = declined
  }

  /// What a yes leads to.
  enum Consequence: Sendable, Equatable {
    /// Something is to be done; `meanwhile` is said until it is.
    case effects([Effect], meanwhile: Line)
    /// Another session is to be opened.
    case session(SessionChoice)
  }
}

extension Question: PromptScreen {
  static var kind: ScreenKind { .question }
  static var title: String { "While something is asked" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { questionKeys.help }

  var asked: Asked? { .question(text) }
  var isAnswerTyped: Bool { entry.isComplete }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    guard console.sight.isSeen else {
      // What was typed before it could be seen was meant for something else; not doing it is always safe.
      return questionKeys.action(for: press.key) == .decline ? interrupt(&console) : []
    }
    var edited = self
    let step = edited.entry.take(press, isShown: console.sight.isTextSeen)
    edited.remark = edited.entry.remark(on: step)
    switch step {
    case .confirmed:
      console.prompt = nil
      return follow(&console)
    case .notTaken where questionKeys.action(for: press.key) == .decline:
      return interrupt(&console)
    case .notTaken, .edited, .wrong, .enterAlone, .enterOnceMore, .pasted:
      console.prompt = .question(edited)
      return []
    }
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.closePrompt(declined)
  }

  private func follow(_ console: inout ConsoleState) -> [Effect] {
    switch consequence {
    case .effects(let effects, let meanwhile):
      console.message = .done(meanwhile)
      return effects
    case .session(let choice): return console.open(choice)
    }
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let width = console.size.columns
    let row = console.size.rows - 2
    let remark = remark?.fitted(to: width)
    frame.putNote(Message(line: text, style: .prompt), lastRow: remark == nil ? row - 1 : row - 2)
    if let remark { frame.put(remark, row: row - 1, column: 0, style: .warning) }
    frame.fill(row: row, column: 0, width: width, with: " ")
    frame.caret = nil
    if console.sight.isSeen { frame.put(entry, row: row) }
    frame.replaceFooter(questionKeys.hints)
  }
}
