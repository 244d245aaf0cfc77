import AWSClientCore
import FoundationEssentials
import Runs
import Synchronization

/// Performs a confirmed run for a command: progress in lines on standard error, signals stop it.
struct CommandRun {
  let session: Session

  /// Runs `machine` to its end, and says how it went.
  func run(_ machine: RunMachine) async -> (RunID, RunMachine) {
    let id = RunID(at: Date(), random: .random(in: 0...UInt16.max))
    let control = RunControl()
    let signals = StopSignals { control.stop(reason: $0) }
    let progress = Mutex(RunProgress(machine))
    StandardError.line("run \(id)")
    let ended = await session.runner.run(machine, control: control) { record in
      let line = progress.withLock { $0.line(after: record) }
      if let line { StandardError.line(line.visible) }
    }
    signals.cancel()
    for line in ended.strayErrorSentences + [Self.summary(id, ended)] { StandardError.line(line.visible) }
    return (id, ended)
  }

  /// The status that a run's outcomes lead to.
  static func status(of machine: RunMachine) -> ExitStatus {
    let counts = machine.counts
    if counts[.unknown] > 0 { return .unknownOutcome }
    return counts[.failed] + counts[.stopped] > 0 ? .entriesFailed : .success
  }

  private static func summary(_ id: RunID, _ machine: RunMachine) -> String {
    var text = "run \(id): \(machine.counts.text) (\(PlanText.count(machine.writeCalls, "write call")))."
    if let reason = machine.stopReason { text += " Stopped: \(reason)." }
    if machine.counts[.unknown] > 0 {
      text += " What became of the unknown ones could not be read: list their stacks before sending them again."
    }
    return text
  }
}

/// What is worth a line while a run goes on.
struct RunProgress: Sendable {
  private var machine: RunMachine
  /// How many entries were there at the check, and so are to be sent.
  private let toSend: Int

  init(_ machine: RunMachine) {
    self.machine = machine
    toSend = machine.entries.count { $0.outcome == nil }
  }

  /// Follows the run, and says in words what `record` brought.
  mutating func line(after record: RunRecord) -> String? {
    machine.apply(record)
    switch record {
    case .answered:
      return "\(machine.entries.count { $0.sends > 0 }) of \(toSend) sent"
    case .observed(let stack, _, _, let unreadable):
      return unreadable.isEmpty ? "\(stack) read back: \(machine.counts.text)" : "\(stack) could not be read back"
    case .throttled:
      return "slowed by the service (throttled \(machine.throttledCalls) times)"
    case .lost(_, _, let reason):
      return "the answer to a call was lost; its stacks are read to see what was done. \(reason)"
    case .refused(_, _, let refusal):
      return "the service refused a call: \(refusal.message) (\(refusal.code))"
    case .stopping(let reason):
      return "stopping: \(reason)"
    case .confirmed, .sending, .finished:
      return nil
    }
  }
}
