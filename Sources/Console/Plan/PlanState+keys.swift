import AppStream
import PlainText
import Runs
import Screen

/// The keys of a plan: commands until the first digit, then what they type.
extension PlanState: StackedScreen {
  static var kind: ScreenKind { .plan }
  static var title: String { "The plan" }
  static var keyHelp: [KeyHelp] { planKeys.help }
  static var layer: ScreenLayer { .plan }

  var asked: Asked? { entry.map { _ in .plan(agreement.confirmation) } }
  var isAnswerTyped: Bool { entry?.isComplete == true }
  var isInterruptedFirst: Bool { true }

  func takesText(_ key: Key) -> Bool {
    if case .character(let character) = key, character.isASCIIDigit { return true }
    return !typed.isEmpty
  }

  func digits(in console: ConsoleState) -> DigitUse {
    entry == nil || !console.sight.isSeen ? .countOrStrayText : .text
  }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    if let effects = type(press, in: &console) { return effects }
    guard let action = planKeys.action(for: press.key) else { return console.refuse(press.key) }
    let size = console.size
    switch action {
    case .scroll(let movement): console.plan?.scroll(movement, on: size)
    case .nextWarning:
      if console.plan?.nextWarning(on: size) == false { console.message = .warning("All warnings are shown.") }
    case .toggleHidden: return toggleHidden(in: &console)
    case .toggleStillPresent: return toggleStillPresent(in: &console)
    case .save: console.askForPath(of: .plan(plan))
    case .checkAgain: return checkAgain(in: &console)
    // Where something can be typed, Enter belongs to what is typed.
    case .confirm: console.message = .warning(whyNothingIsTyped)
    case .command: console.openCommandPrompt()
    case .help: console.openHelp()
    case .leave: return console.leavePlan()
    }
    return []
  }

  func take(_ event: MouseEvent, in console: inout ConsoleState) -> [Effect] {
    let size = console.size
    if let movement = event.scrolling { console.plan?.scroll(movement, times: MouseEvent.wheelRows, on: size) }
    return []
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.details = nil
    return console.leavePlan()
  }

  func fit(_ console: inout ConsoleState) {
    let size = console.size
    console.plan?.fit(to: size)
  }

  func output(_ console: inout ConsoleState) -> OutputFile? { .plan(plan) }

  /// Takes a key of what is typed to confirm the plan; `nil` when it is none, or nothing can be typed.
  private func type(_ press: KeyPress, in console: inout ConsoleState) -> [Effect]? {
    guard console.sight.isSeen, var entry else { return nil }
    let step = entry.take(press, isShown: console.sight.isTextSeen)
    console.plan?.entry = entry
    switch step {
    case .notTaken: return nil
    case .confirmed: return agree(to: entry.phrase, in: &console)
    case .edited, .wrong, .enterAlone, .enterOnceMore, .pasted:
      console.message = entry.remark(on: step).map { .warning($0) }
      return []
    }
  }

  /// Sends a plan that was confirmed, after another check where the last one is too old.
  private func agree(to phrase: String, in console: inout ConsoleState) -> [Effect] {
    let instant = console.now.instant
    switch console.plan?.agree(to: phrase, at: instant) {
    case .send(let start):
      return console.begin(start)
    case .check(let plan):
      console.message = .warning(
        "The check is older than \(Check.goodFor.components.seconds) s: the stacks are read once more first."
      )
      return [.task(.check(plan))]
    case .ask, .refuse, nil:
      return []
    }
  }

  /// Plans anew, with the hidden marks or without.
  private func toggleHidden(in console: inout ConsoleState) -> [Effect] {
    guard !hidden.isEmpty else {
      console.message = .warning("No hidden row is marked.")
      return []
    }
    let table = console.estate.table
    let bits = hidden.bits
    let entries =
      includesHidden
      ? plan.entries.filter { entry in !(table.id(of: entry).map { bits.contains($0.index) } ?? false) }
      : plan.entries + bits.associations(in: table)
    return console.openPlan(of: entries, hidden: hidden, includesHidden: !includesHidden)
  }

  /// Plans a retry anew, with the rows that were still there after a clean answer or without.
  private func toggleStillPresent(in console: inout ConsoleState) -> [Effect] {
    guard case .retry(let retry) = source, hasStillPresent else {
      console.message = .warning("No row was left out because it was still there after a clean answer.")
      return []
    }
    return console.plan(retry.toggled)
  }

  private func checkAgain(in console: inout ConsoleState) -> [Effect] {
    guard check != nil else {
      console.message = .warning("The plan is being checked already.")
      return []
    }
    console.plan?.checkAgain()
    console.refreshPlan()
    return [.task(.check(plan))]
  }
}
