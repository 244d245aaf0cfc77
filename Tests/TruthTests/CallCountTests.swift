import AppStream
import AppStreamEmulator
import FoundationEssentials
import Runs
import Testing

/// As many calls on the wire as it takes, and no more.
struct CallCountTests {
  @Test(arguments: [1, 25, 26, 60, 200])
  func `entries go out 25 at a time`(count: Int) async throws {
    let run = try await PlainRun.of(count, onStacks: min(count, 3), faults: [])
    let batches = run.log.filter { $0.operation == "BatchDisassociateUserStack" }
    #expect(run.machine.counts.text == "\(count) removed")
    #expect(batches.count == (count + 24) / 25)
    #expect(batches.flatMap(\.associations).sorted() == run.machine.plan.entries)
    // Once before and once after, a page each.
    #expect(run.log.count - batches.count == 2 * min(count, 3))
  }
}
