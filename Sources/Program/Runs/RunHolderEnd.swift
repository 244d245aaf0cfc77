import AWSClientCore
import FoundationEssentials
import Glibc
import PlainText
import Runs

/// Has a process that works on a run end, so that the run can go on here.
struct RunHolderEnd {
  /// A run that is stopped by SIGTERM ends within 10 s.
  private static let patience: Duration = .seconds(11)

  let store: any JournalStore
  /// Whether the operator has agreed already.
  let isAgreed: Bool
  let process: ProcessContext

  /// Returns when nobody holds the run.
  ///
  /// - Throws: ``CommandFailure`` with status 4 when somebody does and is not to be ended, or does not end.
  func makeFree(_ id: RunID) async throws {
    do {
      guard try store.isHeld(id) else { return }
      let contents = try store.contents(of: id)
      let since = contents.holder?.since.formatted(.iso8601)
      let held = CommandFailure(.held(id, by: contents.holder?.holder, since: since))
      guard let holder = contents.holder?.holder, holder.host == ProcessInfo.processInfo.hostName else {
        throw held
      }
      guard isAgreed || ask(holder, id) else { throw held }
      try await end(holder, id)
    } catch let error as JournalError {
      throw CommandFailure(error)
    }
  }

  /// Asks `holder` to end, and returns when it has let go of the run.
  ///
  /// Minutes may have gone by since somebody was told who holds the run, so that is looked at again.
  ///
  /// - Throws: ``CommandFailure`` with status 4 when it may not be ended, or does not end.
  func end(_ holder: RunHolder, _ id: RunID) async throws {
    guard try store.isHeld(id) else { return }
    guard let (named, since) = try store.contents(of: id).holder, named == holder else {
      throw CommandFailure(
        .refused,
        "Another process works on run \(id) by now. \(NothingSent.words); try again.",
        isUnsent: true
      )
    }
    let handle: ProcessHandle
    do {
      handle = try HolderProof(store: store).process(of: holder, since: since, id)
    } catch {
      // Who lets go of the run while it is looked at has done what was asked.
      guard try store.isHeld(id) else { return }
      throw error
    }
    do throws(ProcessHandle.Failure) { try handle.signal(SIGTERM) } catch {
      throw CommandFailure(
        .refused,
        "Process \(holder.processID), which works on run \(id), cannot be ended: \(error.reason)."
      )
    }
    let deadline = ContinuousClock.now + Self.patience
    while try store.isHeld(id) {
      guard ContinuousClock.now < deadline else {
        throw CommandFailure(
          .refused,
          "Process \(holder.processID) was asked to end and still works on run \(id). \(NothingSent.words); try "
            + "again.",
          isUnsent: true
        )
      }
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  private func ask(_ holder: RunHolder, _ id: RunID) -> Bool {
    guard process.canAsk() else { return false }
    return process.confirms(
      "end \(holder.processID)",
      "Run \(id) is held by process \(holder.processID) on this machine. It would be ended, and the run go on here."
    )
  }
}
