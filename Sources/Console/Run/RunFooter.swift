import PlainText
import Runs
import Screen

extension RunState {
  /// What the footer says: while the run is in progress what can be done then, and after it what can follow.
  func hints(_ keys: KeyTable<RunAction>) -> [KeyHint] {
    guard !isLive else {
      let bindings = keys.bindings.filter { $0.action.isForLiveRuns && $0.action != .rows(.problems) }
      let hints = bindings.compactMap { binding in
        let hint = keys.hint(of: binding)
        return binding.action == .pause && pauseCause?.isUpToOperator == true ? hint?.saying("go on", rank: 0) : hint
      }
      guard isWaitingForCredentials else { return hints }
      let renewal = keys.bindings.filter { $0.action == .readAgain }.compactMap { keys.hint(of: $0) }
      return renewal.map { $0.saying("look for credentials", rank: 0) } + hints
    }
    return keys.bindings.compactMap { binding in hint(of: binding, keys) }
  }

  /// The footer's words for a key after the run, or `nil` where it can do nothing.
  private func hint(of binding: KeyBinding<RunAction>, _ keys: KeyTable<RunAction>) -> KeyHint? {
    let hint = keys.hint(of: binding)
    return switch binding.action {
    case .stop, .pause: nil
    case .rows(.nextProblem), .rows(.problems): counts.problemCount > 0 ? hint : nil
    // What can follow comes first; marking and filtering are what people know without being told.
    case .rows: nil
    case .goOn where offer.open > 0: hint?.saying("resume \(offer.open)", rank: 0)
    case .goOn where status == .interrupted: hint
    case .goOn: retryCount > 0 ? hint?.saying("retry \(retryCount)", rank: 0) : nil
    case .undo: undoCount > 0 ? hint?.saying("undo \(undoCount)", rank: 1) : nil
    case .move, .open, .copy, .receipt, .readAgain, .command, .help, .back: hint
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
