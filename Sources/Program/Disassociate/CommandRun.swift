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
      throw CommandFailure(.refused, "\(NothingSent.words). \(error)", isUnsent: true)
    }
    let lines = ProgressLines()
    // Said in the middle of a call, it must not wait for a reader either.
    session.process.clockNotice.redirect(repeating: false) { lines.line("\($0)") }
    lines.line("run \(held.id)")
    let progress = Mutex(ProgressReport(start.machine, loginCommand: session.destination.loginCommand))
    let ended = await launcher.perform(held, control) { record in
      let line = progress.withLock { $0.line(after: record) }
      if let line { lines.line(line) }
    }
    let closing = ended.machine.strayErrorSentences + [ended.unwrittenEnd].compactMap(\.self) + [ended.summary]
    // A stopped program is to leave, whoever reads.
    lines.finish(closing.map { Line($0) }, within: ended.machine.stopReason == nil ? nil : 1000)
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
