import PlainText
import Runs
import Screen

extension RunState {
  /// What the footer says: while the run is in progress what can be done then, and after it what can follow.
  func hints(columns: Int) -> [KeyHint] {
    guard !isLive else {
      let hints = runKeys.bindings.filter(\.action.isForLiveRuns).compactMap { binding in
        binding.action == .pause && pauseCause?.isUpToOperator == true ? KeyHint("p", "go on") : binding.hint
      }
      return isWaitingForCredentials ? [KeyHint("r", "look for credentials")] + hints : hints
    }
    let hints = runKeys.bindings.compactMap { binding in hint(of: binding) }
    // What can follow comes first; moving and the help are what people know without being told.
    let isRoomy = Frame.footerWidth(of: hints) <= columns
    return isRoomy ? hints : hints.filter { $0.key != "?" && $0.key != "j/k" }
  }

  /// The footer's words for a key after the run, or `nil` where it can do nothing.
  private func hint(of binding: KeyBinding<RunAction>) -> KeyHint? {
    switch binding.action {
    case .stop, .pause: nil
    case .nextProblem: counts.problemCount > 0 ? binding.hint : nil
    case .goOn where offer.open > 0: KeyHint("R", "resume \(offer.open)")
    case .goOn where status == .interrupted: binding.hint
    case .goOn: offer.failed > 0 ? KeyHint("R", "retry \(offer.failed)") : nil
    case .undo where !chosen.isEmpty: KeyHint("U", "undo \(chosen.count)")
    case .undo: offer.undoable > 0 ? KeyHint("U", "undo \(offer.undoable)") : nil
    case .move, .mark, .previousProblem, .open, .receipt, .readAgain, .command, .help, .back: binding.hint
    }
  }
}
