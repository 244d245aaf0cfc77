import FoundationEssentials
import Runs
import Screen

/// The keys of a plan: commands until the first digit, then what they type.
extension ConsoleState {
  mutating func takeInPlan(_ press: KeyPress, at moment: Date) -> [Effect] {
    if let effects = type(press, at: moment) { return effects }
    guard let action = planKeys.action(for: press.key) else { return refuse(press.key) }
    switch action {
    case .scroll(let movement): plan?.scroll(movement, on: size)
    case .nextWarning:
      if plan?.nextWarning(on: size) == false { message = .warning("All warnings are shown.") }
    case .toggleHidden: return toggleHidden(at: moment)
    case .toggleStillPresent: return toggleStillPresent(at: moment)
    case .save: if let plan { prompt = .path(PathPrompt(.plan(plan.plan))) }
    case .checkAgain: return checkAgain()
    case .confirm: return confirmByKey(press, at: moment)
    case .command: openCommandPrompt()
    case .help: openHelp()
    case .leave: return leavePlan()
    }
    return []
  }

  /// Edits the phrase; `nil` when the key is not part of it but a command.
  private mutating func type(_ press: KeyPress, at moment: Date) -> [Effect]? {
    guard let plan else { return nil }
    let isTyping = !plan.typed.isEmpty
    switch press.key {
    case .paste:
      message = .warning("A paste confirms nothing: type it.")
    case .character(let character) where isTyping || character.isASCIIDigit:
      guard let phrase = phrase(of: plan) else { return [] }
      // Nothing as long as that can be right, and the line has to fit.
      if plan.typed.count <= phrase.count + 8 { self.plan?.typed.append(character) }
    case .backspace where isTyping, .delete where isTyping:
      self.plan?.typed.removeLast()
    case .escape where isTyping:
      self.plan?.typed = ""
    case .enter:
      return submit(at: moment)
    default:
      return nil
    }
    return []
  }

  /// The phrase to type, or `nil` with the reason in the message line.
  private mutating func phrase(of plan: PlanState) -> String? {
    if let why = refusal(of: plan) {
      message = .warning(why)
    } else if plan.check == nil {
      message = .warning("The plan is being checked; nothing can be confirmed yet.")
    } else if case .text(let phrase) = confirmation(of: plan) {
      return phrase
    } else {
      message = .warning("Nothing has to be typed here: y confirms.")
    }
    return nil
  }

  private mutating func submit(at moment: Date) -> [Effect] {
    guard let plan, let phrase = phrase(of: plan) else { return [] }
    guard plan.typed == phrase else {
      message = .warning(
        plan.typed.isEmpty ? "Enter alone confirms nothing: type  \(phrase)  first." : "That is not  \(phrase) ."
      )
      return []
    }
    return confirm(how: "typed \"\(phrase)\"", at: moment)
  }

  /// `y` counts only by itself: in a paste that the terminal did not mark, it comes with other bytes.
  private mutating func confirmByKey(_ press: KeyPress, at moment: Date) -> [Effect] {
    guard let plan else { return [] }
    if let why = refusal(of: plan) {
      message = .warning(why)
    } else if plan.check == nil {
      message = .warning("The plan is being checked; nothing can be confirmed yet.")
    } else if case .text(let phrase) = confirmation(of: plan) {
      message = .warning("y is not enough here: type  \(phrase)  and Enter.")
    } else if !press.isAlone {
      message = .warning("y came together with other keys, as in a paste: press it by itself.")
    } else {
      return confirm(how: "pressed y", at: moment)
    }
    return []
  }

  /// Sends a plan that was confirmed in full, after another check where the last one is too old.
  private mutating func confirm(how: String, at moment: Date) -> [Effect] {
    guard let plan, let check = plan.check else { return [] }
    guard check.isFresh(at: moment) else {
      let confirmed = PlanState.Confirmed(how: how, as: confirmation(of: plan))
      self.plan?.checkAgain(confirmed)
      message = .warning(
        "The check is older than \(Check.goodFor.components.seconds) s: the stacks are read once more first."
      )
      return [.check(plan.plan)]
    }
    return start(plan, check, how: how)
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
