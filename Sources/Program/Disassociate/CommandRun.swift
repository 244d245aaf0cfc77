import AWSClientCore
import FoundationEssentials
import PlainText
import Runs
import Synchronization

/// Performs a confirmed run for a command: progress in lines on standard error, signals stop it.
struct CommandRun {
  /// How long a command waits for credentials that are accepted.
  private static let pauseLimit: Duration = .seconds(60)

  let session: Session
  let settings: ConsoleSettings

  /// Performs `start` to its end, and says how it went.
  ///
  /// - Throws: ``CommandFailure`` when its journal cannot be written; nothing was sent.
  func run(_ start: RunStart) async throws -> FinishedRun {
    let launcher = RunLauncher(session: session, pauseLimit: Self.pauseLimit)
    let control = RunControl()
    // From before the journal is begun: whoever stops the program then means this run.
    let signals = await StopSignals { reason in
      EndRequest.make()
      control.stop(reason: reason)
    }
    defer { signals.cancel() }
    let held: HeldRun
    do throws(JournalError) {
      held = try launcher.begin(start)
    } catch {
      throw CommandFailure(.refused, "Nothing was sent. \(error)")
    }
    let lines = ProgressLines()
    // Said in the middle of a call, it must not wait for a reader either.
    session.process.clockNotice.redirect(repeating: false) { lines.line($0.description) }
    lines.line("run \(held.id)")
    let progress = Mutex(RunProgress(start.machine, loginCommand: session.destination.loginCommand))
    let ended = await launcher.perform(held, control) { record in
      let line = progress.withLock { $0.line(after: record) }
      if let line { lines.line(line.visible) }
    }
    let closing = ended.machine.strayErrorSentences + [ended.unwrittenEnd].compactMap(\.self) + [ended.summary]
    // A stopped program is to leave, whoever reads.
    lines.finish(closing.map(\.visible), within: ended.machine.stopReason == nil ? nil : 1000)
    if settings.logsToSyslog { SystemLog.write(ended) }
    return ended
  }

  /// The status that a run's outcomes lead to.
  static func status(of machine: RunMachine) -> ExitStatus {
    let counts = machine.counts
    // An entry of a run in progress is not known yet either.
    if counts[.unknown] + counts.queued + counts.sent > 0 { return .unknownOutcome }
    return counts[.failed] + counts[.stopped] > 0 ? .entriesFailed : .success
  }
}

/// What is worth a line while a run goes on.
struct RunProgress: Sendable {
  private var machine: RunMachine
  /// How many entries were sent before, or are to be sent.
  private let toSend: Int
  private let loginCommand: String?

  /// - Parameter loginCommand: What begins the session anew from which the keys come.
  init(_ machine: RunMachine, loginCommand: String?) {
    self.machine = machine
    self.loginCommand = loginCommand
    // Of a run that goes on, what was sent before counts as sent.
    toSend = machine.entries.count { $0.outcome == nil || $0.sends > 0 }
  }

  /// Follows the run, and says in words what `record` brought.
  mutating func line(after record: RunRecord) -> String? {
    machine.apply(record)
    switch record {
    case .answered:
      return "\(machine.entriesSent) of \(toSend) sent"
    case .observed(let stack, let present, let gone, let unreadable, let failure):
      return readBackText(stack, present + gone, unreadable, failure)
    case .throttled:
      return "slowed by the service (throttled \(machine.throttledCalls.of("time")))"
    case .lost(_, _, let reason):
      return "the answer to a call was lost; its stacks are read to see what was done. \(reason)"
    case .refused(_, _, let refusal):
      return "the service refused a call: \(refusal.message) (\(refusal.code))"
    case .paused(let reason):
      guard case .credentials = PauseCause(reason) else { return "paused: \(reason)" }
      let remedy = loginCommand.map { "run \"\($0)\"" } ?? "renew the credentials"
      return "paused: \(reason) - \(remedy) in another shell; the run goes on by itself"
    case .stopping(let reason):
      return "stopping: \(reason)"
    case .opened, .confirmed, .sending, .finished:
      return nil
    }
  }

  /// What one read told of a stack's own entries, and of no others.
  private func readBackText(_ stack: String, _ seen: [Int], _ unreadable: [Int], _ failure: EntryError?) -> String {
    let counts = RunCounts((seen + unreadable).map { machine.entries[$0] })
    let parts = [
      counts.text, counts.queued > 0 ? "\(counts.queued) sent again" : "",
      counts.sent > 0 ? "\(counts.sent) read again" : "",
    ].filter { !$0.isEmpty }
    let why = failure.map { ": \($0.message) (\($0.code))" } ?? ""
    let head = unreadable.isEmpty ? "\(stack) read back" : "\(stack) could not be read back\(why)"
    return parts.isEmpty ? head : "\(head): \(parts.joined(separator: ", "))"
  }
}
