import FoundationEssentials
import Glibc
import PlainText
import Runs

/// Proves that a process works on a run before it is sent a signal.
///
/// A journal only says which process took the run up. That number may be another process's by now, and the one that has
/// the journal locked may be on another machine or in another container.
struct HolderProof {
  /// How much later than the journal says a process may seem to have started: clocks are corrected meanwhile.
  private static let clockTolerance: TimeInterval = 1
  /// The list of locks is not read in one piece, so one that is there may be missed.
  private static let looks = 3

  let store: any JournalStore

  /// Takes hold of `holder`, which the journal of `id` names since `since`, once it is proved that it works on it now.
  ///
  /// - Throws: ``CommandFailure`` with status 4, and which part of the proof is missing. The process is left alone.
  func process(of holder: RunHolder, since: Date, _ id: RunID) throws -> ProcessHandle {
    let (number, machine) = (holder.processID, holder.host)
    func leftAlone(_ why: String) -> CommandFailure {
      CommandFailure(
        .refused,
        "Run \(id) is held, and its journal names process \(number) on \(machine), \(why), so it was left alone. End "
          + "the run where it is worked on."
      )
    }
    guard machine == ProcessInfo.processInfo.hostName else { throw leftAlone("which is another machine") }
    // To kill(2), 0 and negative numbers are whole groups of processes, and 1 is the machine.
    guard let process = CInt(exactly: number), process > 1 else { throw leftAlone("which cannot be a number of one") }
    // First of all: a process that gets the number while the proof is made is not meant.
    let handle = try handle(of: process, leftAlone)
    guard let record = ProcessRecord(of: number) else { throw leftAlone("of which nothing can be seen") }
    guard record.userID == Int(getuid()) else { throw leftAlone("which is another user's") }
    guard record.start <= since.addingTimeInterval(Self.clockTolerance) else {
      throw leftAlone("but that number is a later process's by now")
    }
    guard try isLocked(id, by: number) else {
      throw leftAlone(
        "but /proc/locks does not show that this process has the journal locked, as in another container or on a network "
          + "file system"
      )
    }
    guard !record.isSuspended else {
      throw CommandFailure(
        .refused,
        "Process \(number), which works on run \(id), is suspended and ends only once it is continued: kill -CONT \(number)"
      )
    }
    return handle
  }

  private func handle(of process: CInt, _ leftAlone: (String) -> CommandFailure) throws -> ProcessHandle {
    do throws(ProcessHandle.Failure) {
      return try ProcessHandle(process)
    } catch {
      throw leftAlone(error.hasEnded ? "which has ended" : "which cannot be told from later ones (\(error.reason))")
    }
  }

  private func isLocked(_ id: RunID, by process: Int) throws -> Bool {
    for _ in 0..<Self.looks {
      do throws(JournalError) {
        if try store.processesHolding(id).contains(process) { return true }
      } catch {
        throw CommandFailure(error)
      }
    }
    return false
  }
}
