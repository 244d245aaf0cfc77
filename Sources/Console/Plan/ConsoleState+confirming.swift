import Runs
import Screen

/// The keys of a plan: commands until the first digit, then what they type.
extension ConsoleState {
  mutating func takeInPlan(_ press: KeyPress) -> [Effect] {
    if let effects = type(press) { return effects }
    guard let action = planKeys.action(for: press.key) else { return refuse(press.key) }
    switch action {
    case .scroll(let movement): plan?.scroll(movement, on: size)
    case .nextWarning:
      if plan?.nextWarning(on: size) == false { message = .warning("All warnings are shown.") }
    case .toggleHidden: return toggleHidden()
    case .toggleStillPresent: return toggleStillPresent()
    case .save: if let plan { prompt = .path(PathPrompt(.plan(plan.plan))) }
    case .checkAgain: return checkAgain()
    // Where something can be typed, Enter belongs to what is typed.
    case .confirm: message = plan.map { .warning(whyNothingIsTyped(in: $0)) }
    case .command: openCommandPrompt()
    case .help: openHelp()
    case .leave: return leavePlan()
    }
    return []
  }

  /// Takes a key of what is typed to confirm the plan; `nil` when it is none, or nothing can be typed.
  private mutating func type(_ press: KeyPress) -> [Effect]? {
    guard sight.isSeen, var entry = plan?.entry else { return nil }
    let step = entry.take(press, isShown: sight.isTextSeen)
    plan?.entry = entry
    switch step {
    case .notTaken: return nil
    case .confirmed: return agree(to: entry.phrase)
    case .edited, .wrong, .enterAlone, .enterOnceMore, .pasted:
      message = entry.remark(on: step).map { .warning($0) }
      return []
    }
  }

  /// Sends a plan that was confirmed, after another check where the last one is too old.
  private mutating func agree(to phrase: String) -> [Effect] {
    switch plan?.agree(to: phrase, at: now.instant) {
    case .send(let start):
      return begin(start)
    case .check(let plan):
      message = .warning(
        "The check is older than \(Check.goodFor.components.seconds) s: the stacks are read once more first."
      )
      return [.task(.check(plan))]
    case .ask, .refuse, nil:
      return []
    }
  }
}
