import Screen

/// The keys of a question that do not type.
enum QuestionAction: Sendable, Equatable {
  case agree, decline, erase
}

let questionKeys = KeyTable<QuestionAction>([
  KeyBinding([.enter], "Enter", .agree, "do it, after typing what is asked for", hint: KeyHint("Enter", "do it")),
  KeyBinding([.escape], "Esc", .decline, "clear what was typed, then do nothing", hint: KeyHint("Esc", "do nothing")),
  KeyBinding([.backspace, .delete], "Backspace", .erase, "take back a character"),
])

/// Questions: whatever cannot be taken back is done only after a word was typed for it.
extension ConsoleState {
  mutating func take(_ press: KeyPress, in question: Question) -> [Effect] {
    guard sight.isSeen else {
      // What was typed before it could be seen was meant for something else; not doing it is always safe.
      return questionKeys.action(for: press.key) == .decline ? cancelPrompt() : []
    }
    var edited = question
    let step = edited.entry.take(press, isShown: sight.isTextSeen)
    edited.remark = edited.entry.remark(on: step)
    switch step {
    case .confirmed:
      prompt = nil
      return follow(question.consequence)
    case .notTaken where questionKeys.action(for: press.key) == .decline:
      return cancelPrompt()
    case .notTaken, .edited, .wrong, .enterAlone, .enterOnceMore, .pasted:
      prompt = .question(edited)
      return []
    }
  }

  private mutating func follow(_ consequence: Question.Consequence) -> [Effect] {
    switch consequence {
    case .effects(let effects, let meanwhile):
      message = .done(meanwhile)
      return effects
    case .session(let choice): return open(choice)
    }
  }

  /// Whether something is being typed, which a question must not take the keys of.
  var isTyping: Bool {
    prompt != nil || list.filterBeforePrompt != nil || plan?.typed.isEmpty == false
  }

  func drawQuestion(_ question: Question, on frame: inout Frame) {
    let row = size.rows - 2
    let remark = question.remark?.fitted(to: size.columns)
    drawNote(Message(text: question.text, style: .prompt), lastRow: remark == nil ? row - 1 : row - 2, on: &frame)
    if let remark { frame.put(remark, row: row - 1, column: 0, style: .warning) }
    frame.fill(row: row, column: 0, width: size.columns, with: " ")
    frame.caret = nil
    if sight.isSeen { drawEntry(question.entry, row: row, on: &frame) }
    replaceFooter(questionKeys.hints, on: &frame)
  }
}
