import AWSClientCore
import FoundationEssentials
import Glibc
import PlainText
import ProgramVersion
import Runs
import Synchronization

extension RunHolder {
  /// This process.
  static func current() -> RunHolder {
    RunHolder(processID: Int(getpid()), host: ProcessInfo.processInfo.hostName, version: ProgramVersion.number)
  }
}

/// A run whose journal this process holds, with everything on disk that happened before its first call.
struct HeldRun: Sendable {
  let id: RunID
  fileprivate let journal: any Journal
  fileprivate let start: RunStart
}

/// Begins runs and performs them, for the console and the commands alike.
struct RunLauncher: Sendable {
  let session: Session
  /// How long a run waits for credentials that are accepted; `nil` waits until it is stopped.
  let pauseLimit: Duration?

  /// Has a run's beginning on disk; nothing is sent before that.
  ///
  /// - Throws: `JournalError` when it cannot be written, or somebody else went on with the run meanwhile.
  func begin(_ start: RunStart) throws(JournalError) -> HeldRun {
    let journal: any Journal
    var claim: PlanClaim?
    if let resumed = start.resumed {
      let reopened = try session.journals.reopen(resumed.id)
      journal = reopened.journal
      guard reopened.contents.lastHash == resumed.lastHash else {
        journal.close()
        throw .changedMeanwhile(resumed.id)
      }
    } else {
      (journal, claim) = try beginJournal(of: start.machine.plan)
    }
    do throws(JournalError) {
      for record in start.records(openedBy: session.process.holder) { try append(record, to: journal) }
      return HeldRun(id: journal.id, journal: journal, start: start)
    } catch {
      journal.close()
      if let claim { forget(claim) }
      throw error
    }
  }

  /// Performs a run to its end, and lets go of its journal.
  func perform(
    _ run: HeldRun,
    _ control: RunControl,
    report: @escaping @Sendable (RunRecord) async -> Void
  ) async -> FinishedRun {
    let session = session
    let credentials = session.credentials(in: run.start.account, agreedWith: await key(of: run.start))
    let runner = Runner(
      client: session.clientOfRun(run.id, credentials),
      clock: ContinuousClock(),
      spread: { Double.random(in: 0..<1) },
      renewal: RenewalRule(limit: pauseLimit) { Renewal(await credentials.standing()) }
    )
    let journal = run.journal
    let failure = Mutex<JournalError?>(nil)
    let machine = await runner.run(
      run.start.machine,
      readCalls: run.start.readCalls,
      control: control,
      journal: { (record) throws(JournalError) in
        do throws(JournalError) {
          try append(record, to: journal)
        } catch {
          failure.withLock { $0 = error }
          throw error
        }
      },
      report: report
    )
    let hash = journal.lastHash
    journal.close()
    // Nothing can have followed a run that has only begun here.
    let sequel = run.start.resumed == nil ? RunSequel() : session.journals.sequel(of: run.id, machine)
    let error = failure.withLock(\.self)
    return FinishedRun(id: run.id, machine: machine, lastHash: hash, journalError: error, sequel: sequel)
  }
}

extension RunLauncher {
  /// Uses the plan up and begins the journal of its run, in this order: what is cut off between the two has sent
  /// nothing and cannot be gone on with.
  private func beginJournal(of plan: Plan) throws(JournalError) -> (any Journal, PlanClaim) {
    let now = session.process.now()
    let claim = PlanClaim(plan, for: RunID(at: now, random: .random(in: 0...UInt16.max)), at: now)
    try session.journals.take(claim)
    do throws(JournalError) {
      return (try session.journals.create(claim.run, plan, at: now), claim)
    } catch {
      giveBack(claim)
      throw error
    }
  }

  /// Leaves nothing of a run that could not be begun, so that its plan can be sent once there is room for a journal.
  private func forget(_ claim: PlanClaim) {
    do throws(JournalError) { try session.journals.delete(claim.run) } catch {
      // As long as there is a journal of it, the plan is used up: what it says can be resumed.
      return
    }
    giveBack(claim)
  }

  private func giveBack(_ claim: PlanClaim) {
    do throws(JournalError) { try session.journals.giveBack(claim) } catch {
      // The plan stays used up, and whoever sends it again is told so; why nothing was sent matters more now.
    }
  }

  /// Has a record on disk with the time of this machine's clock, and what is known of how wrong that is.
  fileprivate func append(_ record: RunRecord, to journal: any Journal) throws(JournalError) {
    let process = session.process
    try journal.append(record, at: process.now(), clockSkew: process.clockNotice.skew?.wholeSeconds)
  }

  /// The id of the access key that may sign without STS saying whose it is: that of the check, and where nobody had to
  /// agree to anything, since nothing is sent, the present one.
  private func key(of start: RunStart) async -> String? {
    start.machine.isConfirmed ? start.accessKeyID : await session.accessKeyID()
  }
}
