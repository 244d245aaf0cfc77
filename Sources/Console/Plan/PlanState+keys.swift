import AppStream
import PlainText
import Runs
import Screen

/// The keys of a plan: commands until the first digit, then what they type.
extension PlanState: StackedScreen {
  static var kind: ScreenKind { .plan }
  static var title: String { "The plan" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { keys.plan.help }
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
    guard let action = console.keys.plan.action(for: press.key) else { return console.refuse(press.key) }
    let size = console.size
    switch action {
    case .scroll(let movement): console.plan?.scroll(movement, on: size)
    case .nextWarning:
      if console.plan?.nextWarning(on: size) == false { console.message = .warning("All warnings are shown.") }
    case .toggleHidden: return toggleHidden(in: &console)
    case .toggleOthers: return toggleOthers(in: &console)
    case .reason: askForReason(in: &console)
    case .toggleStillPresent: return toggleStillPresent(in: &console)
    case .save: console.askForPath(of: .plan(plan))
    case .checkAgain: return checkAgain(in: &console)
    // Where something can be typed, Enter belongs to what is typed.
    case .confirm: console.message = .warning(whyNothingIsTyped(console.keys.plan))
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
    guard let marked = source.marked, !hidden.isEmpty else {
      console.message = .warning("No hidden row is marked.")
      return []
    }
    return console.openPlan(of: marked.togglingHidden(in: console.source(of: .list)))
  }

  /// Plans anew, with all other rows of the same people or without them.
  private func toggleOthers(in console: inout ConsoleState) -> [Effect] {
    guard let marked = source.marked else {
      console.message = .warning("What is planned here is what an earlier run says: no row can be added.")
      return []
    }
    let toggled = marked.togglingOthers(in: console.source(of: .list))
    guard toggled != marked else {
      console.message = .warning(
        console.estate.isComplete
          ? "All rows of these people are in the plan." : "All rows of these people that were read are in the plan."
      )
      return []
    }
    let effects = console.openPlan(of: toggled)
    let rows = toggled.others.isEmpty ? marked.others.count : toggled.others.count
    let words = rows.of("row of these people is", plural: "rows of these people are")
    console.message = .done(
      "\(words) \(toggled.others.isEmpty ? "left out again" : "added"): the plan is checked anew."
    )
    return effects
  }

  /// Asks for another reason.
  private func askForReason(in console: inout ConsoleState) {
    guard !source.isResumption else {
      console.message = .warning("A run that goes on keeps its reason.")
      return
    }
    console.prompt = .reason(ReasonPrompt(plan.reason ?? "", earlier: console.history[.reason]))
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
