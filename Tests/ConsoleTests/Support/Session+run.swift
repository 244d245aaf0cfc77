import AppStream
import FoundationEssentials
import Runs
import Screen

@testable import Console

let runID = RunID(at: noon.addingTimeInterval(4), random: 0x7f3a)

extension Session {
  /// A console in which a run of `count` entries on `stacks` stacks has just begun.
  static func running(
    _ count: Int,
    on stacks: Int,
    _ context: ConsoleContext = .sample(),
    _ size: Size = .small
  ) -> Session {
    var session = planning(count, on: stacks, context, size)
    session.confirm()
    session.now = noon.addingTimeInterval(4)
    session.send(.runStarted(runID))
    return session
  }

  /// Puts a step of the run on record, half a second after the one before.
  mutating func record(_ record: RunRecord) {
    now = now.addingTimeInterval(0.5)
    send(.runRecorded(record, at: now))
  }

  /// Sends and answers the entries in `range` as one call, with errors for some of them.
  mutating func sendBatch(_ number: Int, _ range: Range<Int>, errors: [Int: (String, String)] = [:]) {
    guard let plan = state.run?.machine.plan else { return }
    record(.sending(batch: number, attempt: 1, entries: Array(range)))
    record(
      .answered(
        batch: number,
        attempt: 1,
        requestID: "5f1c-a02e",
        errors: errors.sorted { $0.key < $1.key }.map { index, error in
          UserStackAssociationError(
            userStackAssociation: PartialAssociation(plan.entries[index]),
            errorCode: error.0,
            errorMessage: error.1
          )
        }
      )
    )
  }

  /// Reads a stack of the run back: all of its entries are gone except `present`.
  mutating func readBack(_ stack: String, present: Set<Int> = [], unreadable: Bool = false) {
    guard let plan = state.run?.machine.plan else { return }
    let indices = plan.entries.indices.filter { plan.entries[$0].stackName == stack }
    record(
      .observed(
        stack: stack,
        present: unreadable ? [] : indices.filter { present.contains($0) },
        gone: unreadable ? [] : indices.filter { !present.contains($0) },
        unreadable: unreadable ? indices : []
      )
    )
  }

  /// Ends the run as the runner does, which makes what is open stopped or unknown.
  mutating func finish() {
    guard let counts = state.run?.machine.counts else { return }
    record(.finished(counts))
    send(.runEnded(state.run?.id ?? runID, journalHash: "1f3c9a0b7d2e55aa", problem: nil))
  }

  /// Runs 60 entries on 3 stacks to the end, of which three fail with different codes.
  mutating func runToTheEnd() {
    sendBatch(1, 0..<25, errors: [2: ("USER_NAME_NOT_FOUND", "User not found in the user pool.")])
    sendBatch(2, 25..<50, errors: [30: ("INTERNAL_ERROR", "An internal error occurred. Try again later.")])
    sendBatch(3, 50..<60, errors: [55: ("DIRECTORY_NOT_FOUND", "Directory not found.")])
    readBack("stack-00", present: [2])
    readBack("stack-01", present: [30])
    readBack("stack-02", present: [55])
    finish()
  }
}
