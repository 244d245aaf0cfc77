import AWSClientCore
import FoundationEssentials
import PlainText
import Runs

/// The journals of this user, for commands that need no account.
struct EarlierRuns {
  let store: any JournalStore
  private let process: ProcessContext

  init(_ global: GlobalOptions, _ process: ProcessContext) throws {
    self.process = process
    store = global.demo ? MemoryJournals() : try RunFiles.store(process.environment)
  }

  /// What the journal of `id` holds.
  ///
  /// - Throws: ``CommandFailure`` when there is none (status 2), or it cannot be trusted (status 4).
  func contents(of id: RunID) throws -> JournalContents {
    do throws(JournalError) {
      return try store.contents(of: id)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Whether a living process works on the run.
  ///
  /// - Throws: ``CommandFailure`` when that cannot be found out.
  func isHeld(_ id: RunID) throws -> Bool {
    do throws(JournalError) { return try store.isHeld(id) } catch { throw CommandFailure(error) }
  }

  /// - Throws: ``CommandFailure`` with status 4 when a process still works on the run, naming it.
  func requireFree(_ id: RunID) throws {
    do throws(JournalError) {
      guard try store.isHeld(id) else { return }
      let holder = try store.contents(of: id).holder
      throw .held(id, by: holder?.holder, since: holder?.since.formatted(.iso8601))
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Says on standard error which runs tried again or undid the one of `contents`, before that is done once more.
  func saySequel(of contents: JournalContents) {
    for clause in store.sequel(of: contents.id, contents.machine).clauses {
      process.say("Run \(contents.id) was \(clause); only what is as it was then is sent.")
    }
  }

  /// Every run, newest first.
  ///
  /// - Throws: ``CommandFailure`` when their directory cannot be read.
  func list() throws -> [ListedRun] {
    do throws(JournalError) {
      return try store.list()
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Throws the claims away on plans that are too old to be sent anyway.
  ///
  /// - Throws: ``CommandFailure`` when one cannot be thrown away.
  func discardExpiredClaims() throws {
    do throws(JournalError) { try store.discardClaims(expiredBy: process.now()) } catch { throw CommandFailure(error) }
  }

  /// Says on standard error which runs wait to be gone on with.
  static func announce(_ store: any JournalStore, _ process: ProcessContext) {
    do throws(JournalError) {
      for run in try store.unsettled() where run.status != .running {
        process.say("Run \(run.id) was interrupted or stopped. \(run.id.resumeAdvice)")
      }
    } catch {
      process.say("appstream-console: \(error)")
    }
  }
}

extension CommandFailure {
  /// What a journal that cannot be used means for a command.
  init(_ error: JournalError) {
    let status: ExitStatus = if case .noSuchRun = error { .usage } else { .refused }
    self.init(status, error.sentence, isUnsent: error.isUnsent)
  }
}

/// Where this user's journals are.
enum RunFiles {
  /// The store of journals; nothing is created before the first run.
  ///
  /// - Throws: ``CommandFailure`` when there is no home to keep them in.
  static func store(_ environment: ProcessEnvironment) throws -> any JournalStore {
    do throws(JournalError) {
      return DirectoryJournals(directory: try DirectoryJournals.defaultDirectory(environment))
    } catch {
      throw CommandFailure(.refused, error.sentence)
    }
  }
}
