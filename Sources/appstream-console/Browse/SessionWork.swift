import AWSClientCore
import Console
import FoundationEssentials
import Runs

/// Carries out effects in one session; every answer is an event.
struct SessionWork: Sendable {
  let session: Session
  /// Whether each run leaves a line in the machine's log.
  let logsToSyslog: Bool
  let answer: @Sendable (Event) -> Void

  /// Carries out an effect that is done with once it has answered.
  func perform(_ effect: Effect) async {
    switch effect {
    case .readStacks:
      await session.reader.readStacks { answer(.estate($0)) }
    case .readUsers:
      await session.reader.readUsers { answer(.estate($0)) }
    case .readAssociations(let stack):
      await session.reader.readAssociations(of: stack) { answer(.estate($0)) }
    case .identify(let generation):
      answer(.identified(await session.identity(), generation: generation))
    case .renewCredentials:
      do {
        _ = try await session.usableCredentials()
        answer(.credentialsUsable)
      } catch {
        answer(.credentialsUnavailable(String(describing: error)))
      }
    case .awaitCredentials(let end, let left):
      await awaitCredentials(ending: end, left: left)
    case .check(let plan):
      answer(.checked(await session.checker.check(plan), of: plan))
    case .listRuns:
      do throws(JournalError) {
        answer(.runsListed(try session.journals.list()))
      } catch {
        answer(.runsUnavailable(error.description))
      }
    case .readRun(let id):
      readRun(id)
    case .endHolder(let holder, let id):
      do {
        try await RunHolderEnd(store: session.journals, isAgreed: true).end(holder, id)
        readRun(id)
      } catch {
        answer(.runUnavailable(id, String(describing: error)))
      }
    case .writeRows(let rows, let path, let replacing):
      let listing = Listing(columns: ShownRows.columns.map { .init(name: $0) }, rows: rows.rows)
      let text = isJSON(path) ? JSONText.document(listing.objects) : listing.csv
      write(Array(text.utf8), to: path, replacing: replacing)
    case .savePlan(let plan, let path, let replacing):
      write(PlanFile.bytes(of: plan), to: path, replacing: replacing)
    case .writeReceipt(let id, let path, let replacing):
      await writeReceipt(id, path, replacing)
    case .startRun, .pauseRun, .continueRun, .stopRun, .answerCode, .openSession, .abandonSession, .enterSession,
      .discardTypedAhead, .awaitSight, .suspend, .redraw, .leave:
      preconditionFailure("these are not carried out by a task of their own")
    }
  }

  /// Performs a run to its end.
  func run(_ start: RunStart, _ control: RunControl) async {
    // Whoever sits before the console renews the credentials, or stops the run.
    let launcher = RunLauncher(session: session, pauseLimit: nil)
    let held: HeldRun
    do throws(JournalError) {
      held = try launcher.begin(start)
    } catch {
      return answer(.runRefused(error.description))
    }
    answer(.runStarted(held.id))
    let ended = await launcher.perform(held, control) { record in
      answer(.runRecorded(record, at: Date()))
    }
    if logsToSyslog { SystemLog.write(ended) }
    answer(.runEnded(ended.id, journalHash: ended.lastHash, problem: ended.unwrittenEnd))
  }

  private func awaitCredentials(ending end: Date, left: TimeInterval) async {
    let clock = session.serviceClock
    // A second more, so that less than that is left.
    let wait = max(0, end.timeIntervalSince(clock.time) - left) + 1
    // It is cancelled when the program is left, and then nobody waits.
    guard (try? await Task.sleep(for: .seconds(wait))) != nil else { return }
    answer(.credentialsRunOut(ending: end, at: clock.time))
  }

  private func readRun(_ id: RunID) {
    do throws(JournalError) {
      let isHeld = try session.journals.isHeld(id)
      answer(.runRead(ListedRun(id: id, isHeld: isHeld, contents: .success(try session.journals.contents(of: id)))))
    } catch {
      answer(.runUnavailable(id, error.description))
    }
  }

  private func writeReceipt(_ id: RunID, _ path: String, _ replacing: Bool) async {
    let contents: JournalContents
    do throws(JournalError) {
      contents = try session.journals.contents(of: id)
    } catch {
      return answer(.fileRefused(error.description))
    }
    let receipt = await ReceiptReader(session: session).receipt(of: contents).receipt
    write(Array((isJSON(path) ? JSONText.document(receipt.json) : receipt.csv).utf8), to: path, replacing: replacing)
  }

  private func write(_ bytes: [UInt8], to path: String, replacing: Bool) {
    do throws(PrivateFileError) {
      try PrivateFile.write(bytes, to: path, replacing: replacing)
      answer(.fileWritten(path: path))
    } catch {
      if case .exists = error { answer(.fileExists(path: path)) } else { answer(.fileRefused(error.description)) }
    }
  }

  private func isJSON(_ path: String) -> Bool { path.lowercased().hasSuffix(".json") }
}
