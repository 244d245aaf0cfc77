import AppStream
import FoundationEssentials
import Runs
import Screen
import TestSupport
import Testing

@testable import Console

/// What a run costs the console for each record and each frame, which must not grow with the plan: a screen that falls
/// behind its run shows what is long past.
@Suite(.enabled(if: Steps.canBeCounted, "needs a processor whose instructions can be counted"))
struct RecordCostTests {
  @Test func `a record and what the screen says of it cost the same whatever the plan holds`() {
    let (small, large) = (Self.costs(entries: 1_000), Self.costs(entries: 20_000))
    for (small, large) in zip(small, large) {
      #expect(large.steps < 2 * small.steps, "\(large.what): \(small.steps) steps, and \(large.steps) in the large run")
    }
  }

  private static func costs(entries: Int) -> [(what: String, steps: Int)] {
    var session = Session.running(entries, on: 20, .sample(), Size.smallest)
    // The first records make room that the later ones find.
    for number in 1...4 { records(ofBatch: number).forEach { session.record($0.record) } }
    var costs = records(ofBatch: 5).map { name, record in (what: name, steps: Steps.of { session.record(record) }) }
    // A second has to pass before there is a pace to tell.
    session.now += 1
    costs.append(("the figures", Steps.of { _ = session.state.run?.progressText(columns: 80) }))
    costs.append(("the pace", Steps.of { _ = session.state.run?.paceText() }))
    return costs
  }

  /// Sends one entry and reads it back.
  private static func records(ofBatch number: Int) -> [(name: String, record: RunRecord)] {
    [
      ("sending", .sending(batch: number, attempt: 1, entries: [number])),
      ("answered", .answered(batch: number, attempt: 1, requestID: "q", errors: [])),
      ("observed", .observed(stack: "stack-00", present: [], gone: [number], unreadable: [])),
    ]
  }
}
