import PlainText
import Runs
import Screen

extension RunState {
  /// What the footer says: while the run is in progress what can be done then, and after it what can follow.
  var hints: [KeyHint] {
    guard !isLive else {
      let bindings = runKeys.bindings.filter { $0.action.isForLiveRuns && $0.action != .rows(.problems) }
      let hints = bindings.compactMap { binding in
        binding.action == .pause && pauseCause?.isUpToOperator == true ? KeyHint("p", "go on", rank: 0) : binding.hint
      }
      return isWaitingForCredentials ? [KeyHint("r", "look for credentials", rank: 0)] + hints : hints
    }
    return runKeys.bindings.compactMap { binding in hint(of: binding) }
  }

  /// The footer's words for a key after the run, or `nil` where it can do nothing.
  private func hint(of binding: KeyBinding<RunAction>) -> KeyHint? {
    switch binding.action {
    case .stop, .pause: nil
    case .rows(.nextProblem), .rows(.problems): counts.problemCount > 0 ? binding.hint : nil
    // What can follow comes first; marking and filtering are what people know without being told.
    case .rows: nil
    case .goOn where offer.open > 0: KeyHint("R", "resume \(offer.open)", rank: 0)
    case .goOn where status == .interrupted: binding.hint
    case .goOn: retryCount > 0 ? KeyHint("R", "retry \(retryCount)", rank: 0) : nil
    case .undo: undoCount > 0 ? KeyHint("U", "undo \(undoCount)", rank: 1) : nil
    case .move, .open, .copy, .receipt, .readAgain, .command, .help, .back: binding.hint
    }
  }

  /// How many entries a retry would be of: the marked ones that failed, or all.
  private var retryCount: Int {
    rows.marks.isEmpty ? offer.failed : markedEntries.count { $0.outcome == .failed }
  }

  /// How many entries an undo would be of: the marked ones that the run changed, or all.
  private var undoCount: Int {
    rows.marks.isEmpty ? offer.undoable : markedEntries.count { $0.outcome == .removed || $0.outcome == .restored }
  }

  private var markedEntries: some Sequence<RunEntry> { rows.marks.rows.lazy.map { machine.entries[$0] } }
}
