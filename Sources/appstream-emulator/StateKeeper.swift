import AppStreamEmulator
import FoundationEssentials
import Synchronization

/// Keeps the state file abreast of the service.
///
/// A small state is written before the response that tells of the change, so that whoever reads the file after the
/// response sees it. One of more than ``promptLimit`` users and associations is written once a second, and at the end.
final class StateKeeper: Sendable {
  private struct Saved: Sendable {
    var changeCount: Int
    var size: Int
  }

  /// How many users and associations are written while a response waits.
  private static let promptLimit = 5000

  private let path: String
  private let service: EmulatedService
  private let saved = Mutex(Saved(changeCount: -1, size: 0))
  /// Held while the file is written, so that an older state never replaces a newer one.
  private let writing = Mutex(())

  /// Writes the file once, so that a place that cannot be written is found out before anything depends on it.
  init(path: String, service: EmulatedService) throws(UsageError) {
    self.path = path
    self.service = service
    do {
      try save()
    } catch {
      throw UsageError(description: "The state file \(path) cannot be written. Check its directory and permissions.")
    }
  }

  /// Writes the file after a response's changes, unless it is a big one.
  func saveSoon() {
    guard saved.withLock({ $0.size <= Self.promptLimit }) else { return }
    saveOrTell()
  }

  /// Writes the file once a second as long as the task runs; for big ones.
  func saveNowAndThen() async {
    while !Task.isCancelled {
      saveOrTell()
      do { try await ContinuousClock().sleep(for: .seconds(1)) } catch { return }
    }
  }

  /// Writes the file, or tells why that was not possible: the service goes on without.
  func saveOrTell() {
    do {
      try save()
    } catch {
      StandardStream.write("The state file \(path) cannot be written: \(error).\n", to: .error)
    }
  }

  private func save() throws {
    try writing.withLock { _ in
      guard service.changeCount != saved.withLock({ $0.changeCount }) else { return }
      let state = service.snapshot
      // A new file takes the place of the old one, so a reader sees the one or the other, never half of one.
      try Data(state.encoded()).write(to: URL(filePath: path), options: .atomic)
      saved.withLock { $0 = Saved(changeCount: state.changes.count, size: state.size) }
    }
  }
}
