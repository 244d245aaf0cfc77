import AppStream
import FoundationEssentials
import TestSupport
import Testing

@testable import Runs

/// A run of three entries on two stacks, with a line of every type.
enum SampleJournal {
  static let id = RunID(at: Sample.moment, random: 0x7f3a)
  static let plan = Sample.plan(["biology": 2, "physics": 1])
  static let holder = RunHolder(processID: 4711, host: "bastion-2", version: "1.0.0")

  static let itemError = UserStackAssociationError(
    userStackAssociation: PartialAssociation(plan.entries[1]),
    errorCode: "USER_NAME_NOT_FOUND",
    errorMessage: "No such user."
  )
  static let refusal = CallRefusal(
    code: "AccessDeniedException",
    message: "Not you.",
    requestID: "r-2",
    kind: .accessDenied
  )

  static let records: [RunRecord] = [
    .opened(holder),
    .observed(stack: "biology", present: [0, 1], gone: [], unreadable: []),
    .confirmed(how: "--yes"),
    .sending(batch: 1, attempt: 1, entries: [0, 1, 2]),
    .throttled(batch: 1, attempt: 1),
    .sending(batch: 1, attempt: 2, entries: [0, 1, 2]),
    .refused(batch: 1, attempt: 2, refusal: refusal),
    .observed(stack: "physics", present: [2], gone: [], unreadable: []),
    .observed(stack: "biology", present: [0, 1], gone: [], unreadable: []),
    .sending(batch: 2, attempt: 1, entries: [0, 1]),
    .lost(batch: 2, attempt: 1, reason: "the connection was cut"),
    .paused(reason: "the keys have expired"),
    .observed(stack: "biology", present: [1], gone: [0], unreadable: []),
    .sending(batch: 3, attempt: 1, entries: [1]),
    .answered(batch: 3, attempt: 1, requestID: "r-3", errors: [itemError]),
    .stopping(reason: "Ctrl-C"),
    .observed(stack: "biology", present: [1], gone: [], unreadable: []),
    .finished(RunCounts(byOutcome: [.removed: 1, .failed: 1, .stopped: 1], queued: 0, sent: 0)),
  ]

  /// The journal's lines, half a second apart, without their newlines.
  static func lines(_ records: [RunRecord] = records, of plan: Plan = plan) -> [[UInt8]] {
    let contents = [.plan(plan)] + records.map(JournalLine.Content.record)
    var lines: [[UInt8]] = []
    for (number, content) in contents.enumerated() {
      let time = Sample.moment.addingTimeInterval(Double(number) / 2)
      lines.append(JournalLine(time: time, previous: lines.last.map(JournalLine.hash(of:)), content: content).bytes())
    }
    return lines
  }

  static func bytes(_ records: [RunRecord] = records) -> [UInt8] {
    Array(lines(records).map { $0 + [.newline] }.joined())
  }

  static func reading(_ bytes: [UInt8]) throws(JournalError) -> JournalReading {
    try JournalReading(bytes, id: id, path: "j")
  }
}
