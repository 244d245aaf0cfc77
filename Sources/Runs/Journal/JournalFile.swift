import FoundationEssentials
import LocalIO
import Synchronization
import SystemPackage

/// A journal in a file that this process has locked.
final class JournalFile: Journal {
  let id: RunID
  private let path: String
  private let write: SystemWrite
  private let state: Mutex<State>

  private struct State: ~Copyable {
    var file: Descriptor?
    /// How many bytes the whole lines take.
    var length: Int
    var lastHash: String?
    /// Why nothing more can be appended.
    var failure: JournalError?
  }

  /// Takes over `file`, which is locked and has `length` bytes of whole lines, the last of them with `lastHash`.
  init(
    _ id: RunID,
    _ file: consuming Descriptor,
    path: String,
    length: Int,
    lastHash: String?,
    write: @escaping SystemWrite
  ) {
    self.id = id
    self.path = path
    self.write = write
    state = Mutex(State(file: file, length: length, lastHash: lastHash, failure: nil))
  }

  var lastHash: String { state.withLock { $0.lastHash ?? "" } }

  func append(_ record: RunRecord, at moment: Date, clockSkew: Int?) throws(JournalError) {
    try append(.record(record), at: moment, clockSkew: clockSkew)
  }

  /// Writes the next line.
  func append(_ content: JournalLine.Content, at moment: Date, clockSkew: Int? = nil) throws(JournalError) {
    try state.withLock { (state) throws(JournalError) in
      if let failure = state.failure { throw failure }
      let line = JournalLine(time: moment, clockSkew: clockSkew, previous: state.lastHash, content: content).bytes()
      do throws(Errno) {
        try state.file?.write(line + [.newline], with: write)
        try state.file?.synchronize()
      } catch {
        throw Self.fail(&state, path, error)
      }
      state.length += line.count + 1
      state.lastHash = JournalLine.hash(of: line)
    }
  }

  func close() {
    state.withLock { state in
      state.file = nil
      state.failure = state.failure ?? .unwritable(path: path, reason: "this process has let go of it")
    }
  }

  /// Nobody knows how much of the line is there: it is cut off again, and nothing is ever appended behind it.
  private static func fail(_ state: inout State, _ path: String, _ error: Errno) -> JournalError {
    var reason = error.reason
    do throws(Errno) { try state.file?.truncate(to: state.length) } catch {
      reason += ", and what was written of the line cannot be cut off again: \(error.reason)"
    }
    let failure = JournalError.unwritable(path: path, reason: reason)
    state.failure = failure
    return failure
  }
}
