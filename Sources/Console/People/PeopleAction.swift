import BitCollections
import PlainText
import Screen

/// What a key does where people of a list are reported.
enum PeopleAction: Sendable, Equatable {
  case move(Movement)
  case mark, otherCase, write
  case help, back
}

let peopleKeys = KeyTable<PeopleAction>(
  KeyBinding.movements { .move($0) } + [
    KeyBinding(
      [.enter],
      "mark listed",
      .mark,
      "mark the rows that are counted, as one change",
      hold: .kept,
      footer: FooterPlace()
    ),
    KeyBinding(
      [.character("+")],
      "other case",
      .otherCase,
      "take those who differ only in case as well, or no more",
      footer: FooterPlace()
    ),
    KeyBinding(
      [.character("w")],
      "write not taken",
      .write,
      "write the people who are not taken to a file, with line and reason",
      footer: FooterPlace()
    ),
    .help(.help),
    KeyBinding(
      [.escape, .character("q")],
      "back",
      .back,
      "mark nothing",
      in: .program,
      hold: .reserved,
      footer: FooterPlace()
    ),
  ]
)

extension PeopleReport {
  /// From this width on there is room for all that the footer has to say.
  private static let roomyColumns = 80

  /// What the footer says: the keys that can do something, with what that would come to.
  func hints(_ keys: KeyTable<PeopleAction>, columns: Int) -> [KeyHint] {
    keys.bindings.compactMap { binding -> KeyHint? in
      let hint = keys.hint(of: binding)
      return switch binding.action {
      case .mark: share.flatMap { $0.rows.isEmpty ? nil : hint?.saying("marks \($0.rows.count.of("row"))", rank: 0) }
      case .otherCase: hint.flatMap { otherCaseHint($0, columns: columns) }
      case .write: notTakenCount == 0 ? nil : hint?.saying("writes the \(notTakenCount)", rank: 2)
      case .move, .help, .back: hint
      }
    }
  }

  private func otherCaseHint(_ hint: KeyHint, columns: Int) -> KeyHint? {
    guard let findings, findings.takeable > 0 else { return nil }
    let rows = findings.share(withOtherCase: !takesOtherCase).rows.count
    let whom: Line =
      columns < Self.roomyColumns ? "\(findings.takeable) more" : "the \(findings.takeable) in other case"
    return hint.saying("\(takesOtherCase ? "leaves" : "takes") \(whom) (\(rows))", rank: 1)
  }
}
