import AWSClientCore
import AppStream
import Console
import FoundationEssentials
import LocalIO
import PlainText
import Runs

/// Carries out effects in one session; every answer is an event.
struct SessionWork: Sendable {
  let session: Session
  /// Whether each run leaves a line in the machine's log.
  let logsToSyslog: Bool
  let arrangement: LatestArrangement
  let report: @Sendable (Event) -> Void

  /// Carries out an effect, and answers.
  func perform(_ effect: TaskEffect) async {
    switch effect {
    case .readStacks:
      await session.reader.readStacks { report(.estate($0)) }
    case .readUsers:
      await session.reader.readUsers { report(.estate($0)) }
    case .readAssociations(let stack, let rows):
      await session.reader.readAssociations(of: stack, provingGone: rows) { report(.estate($0)) }
    case .arrange(let arrangement):
      if let rows = self.arrangement.rows(of: arrangement) { report(.arranged(rows)) }
    case .identify(let generation):
      report(.identified(await session.identity(), generation: generation))
    case .renewCredentials:
      do {
        _ = try await session.usableCredentials()
        report(.credentialsUsable)
      } catch {
        report(.credentialsUnavailable("\(error)"))
      }
    case .awaitCredentials(let end, let left):
      await awaitCredentials(ending: end, left: left)
    case .check(let plan):
      report(.checked(await session.checker.check(plan), of: plan))
    case .listRuns:
      do throws(JournalError) {
        report(.journal(.listed(try session.journals.list())))
      } catch {
        report(.journal(.unlisted("\(error)")))
      }
    case .readRun(let id):
      readRun(id)
    case .endHolder(let holder, let id):
      do {
        try await RunHolderEnd(store: session.journals, isAgreed: true, process: session.process).end(holder, id)
        readRun(id)
      } catch {
        report(.journal(.unread(id, "\(error)")))
      }
    case .write(let file, let path, let replacing):
      await write(file, to: path, replacing: replacing)
    case .readPeople(let request):
      readPeople(request)
    case .findPeople(let search):
      report(.people(.found(search.outcome(), of: search.number)))
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
      return report(.runRefused("\(error)"))
    }
    report(.runStarted(held.id))
    let ended = await launcher.perform(held, control) { record in
      report(.runRecorded(record, at: session.process.now()))
    }
    if logsToSyslog { SystemLog.write(ended) }
    report(.runEnded(ended.id, journalHash: ended.lastHash, problem: ended.unwrittenEnd.map { Line($0) }))
  }

  private func awaitCredentials(ending end: Date, left: TimeInterval) async {
    let clock = session.serviceClock
    // A second more, so that less than that is left.
    let wait = max(0, end.timeIntervalSince(clock.time) - left) + 1
    // It is cancelled when the program is left, and then nobody waits.
    guard (try? await Task.sleep(for: .seconds(wait))) != nil else { return }
    report(.credentialsRunOut(ending: end, at: clock.time))
  }

  private func readRun(_ id: RunID) {
    do throws(JournalError) {
      let isHeld = try session.journals.isHeld(id)
      report(
        .journal(.read(ListedRun(id: id, isHeld: isHeld, contents: .success(try session.journals.contents(of: id)))))
      )
    } catch {
      report(.journal(.unread(id, "\(error)")))
    }
  }

  private func write(_ file: OutputFile, to path: String, replacing: Bool) async {
    let bytes: [UInt8]
    do throws(JournalError) {
      bytes = try await self.bytes(of: file, asJSON: path.lowercased().hasSuffix(".json"))
    } catch {
      return report(.file(.refused("\(error)")))
    }
    do throws(PrivateFileError) {
      try PrivateFile.write(bytes, to: path, replacing: replacing)
      report(.file(.written(file, path: path)))
    } catch {
      if case .exists = error {
        report(.file(.exists(file, path: path)))
      } else {
        report(.file(.refused("\(error)")))
      }
    }
  }

  private func bytes(of file: OutputFile, asJSON isJSON: Bool) async throws(JournalError) -> [UInt8] {
    switch file {
    case .rows(let rows):
      return Self.bytes(of: rows.rows, under: ShownRows.columns, asJSON: isJSON)
    case .people(let people):
      return Self.bytes(of: people.rows, under: PeopleNotTaken.columns, asJSON: isJSON)
    case .plan(let plan):
      return PlanFile.bytes(of: plan)
    case .receipt(let id):
      let contents = try session.journals.contents(of: id)
      let receipt = await ReceiptReader(session: session).receipt(of: contents).receipt
      return Array((isJSON ? JSONText.document(receipt.json) : receipt.csv).utf8)
    }
  }

  private static func bytes(of rows: [[JSONValue]], under columns: [String], asJSON isJSON: Bool) -> [UInt8] {
    let listing = Listing(columns: columns.map { .init(name: $0) }, rows: rows)
    return Array((isJSON ? JSONText.document(listing.objects) : listing.csv).utf8)
  }
}
