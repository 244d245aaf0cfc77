import Algorithms
import PlainText
import Runs
import Screen

/// The keys of a prompt for a plan's reason that do not edit it.
enum ReasonPromptAction: Sendable, Equatable {
  case give, cancel
}

let reasonPromptKeys = KeyTable<ReasonPromptAction>(kept: [
  KeyBinding([.enter], "give", .give, "give the reason; the plan is checked anew", footer: FooterPlace()),
  KeyBinding([.escape], "cancel", .cancel, "leave the reason as it is", footer: FooterPlace()),
])

/// Why what is planned is done, or the ticket that asks for it.
struct ReasonPrompt: Sendable, Equatable {
  /// What was typed, or is the reason so far.
  var line: EditedLine

  /// - Parameters:
  ///   - reason: The reason so far.
  ///   - earlier: The reasons that were entered before.
  init(_ reason: String, earlier: [String]) {
    line = EditedLine(reason, earlier: earlier)
  }
}

extension ReasonPrompt: LinePrompt {
  static var kind: ScreenKind { .reasonPrompt }
  static var title: String { "While a reason is typed" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { reasonPromptKeys.help }
  static var history: PromptHistory.Kind { .reason }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    switch reasonPromptKeys.action(for: press.key) {
    case .give:
      let reason = String(text.trimming(while: \.isWhitespace))
      guard !reason.isEmpty, reason != console.plan?.plan.reason else { return interrupt(&console) }
      keepEntry(in: &console)
      console.prompt = nil
      return console.giveReason(reason)
    case .cancel: return interrupt(&console)
    case nil: return edit(press.key, in: &console)
    }
  }

  func show(in console: inout ConsoleState) {
    console.prompt = .reason(self)
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.closePrompt("The reason is as it was.")
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    draw(console, label: "Reason: ", on: &frame)
    frame.replaceFooter(reasonPromptKeys.hints)
  }
}
