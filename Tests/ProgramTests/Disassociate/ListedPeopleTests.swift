import AppStream
import AppStreamEmulator
import ArgumentParser
import PlainText
import Runs
import Testing

@testable import Program

/// What is read to find out who the people on a list of associations are.
@Suite(.timeLimit(.minutes(1))) struct ListedPeopleTests {
  private static let users = "DescribeUsers"
  private static let rows = "DescribeUserStackAssociations"

  /// The reads that a plan of these pairs took, and the plan.
  private func planned(
    _ pairs: [(stack: Int, user: String)],
    _ seed: String,
    faults: [Fault] = []
  ) async throws -> (plan: Planning.Planned, reads: [String: Int]) {
    var desk = Desk()
    let items = pairs.map { #"{"StackName":"stack-000\#($0.stack)","UserName":"\#($0.user)"}"# }
    desk.input = "[\(items.joined(separator: ","))]"
    let selectors = try SelectorOptions.parse(["--associations-from", "-"]).validated(in: desk.process)
    let service = desk.service(try Seed(parsing: seed), faults: faults)
    let session = desk.session(with: service)
    let plan = try await Planning(session: session, wish: PlanWish(), rules: Rules()).plan(selectors)
    // The first call of all is sent twice, since this machine's clock is not the desk's.
    let calls = Dictionary(grouping: service.log, by: \.operation).mapValues { Set($0.map(\.invocationId)).count }
    return (plan, calls)
  }

  private func user(_ number: Int) -> String {
    let digits = String(number)
    return "user-\(String(repeating: "0", count: 6 - digits.count))\(digits)@load.example"
  }

  @Test func `a pool of one page is read once, and no stack`() async throws {
    let (plan, reads) = try await planned([(1, user(1)), (2, user(50))], "2x50x100")
    #expect(plan.plan.entries.map(\.userName) == [user(1), user(50)])
    #expect(reads[Self.users] == 1)
    #expect(reads[Self.rows] == nil)
  }

  @Test func `of a longer pool one page is read, and each stack once, when that shows everybody`() async throws {
    let (plan, reads) = try await planned([(1, user(1)), (2, user(199))], "2x200x400")
    #expect(plan.plan.entries.map(\.userName) == [user(1), user(199)])
    #expect(plan.unmatched == [])
    #expect(plan.status == .success)
    #expect(reads[Self.users] == 1)
    #expect(reads[Self.rows] == 2)
  }

  @Test func `a stack of several pages is read once, too, when that shows everybody`() async throws {
    let (plan, reads) = try await planned([(1, user(1)), (1, user(1100))], "1x1100x1100")
    #expect(plan.plan.entries.count == 2)
    #expect(reads[Self.users] == 1)
    #expect(reads[Self.rows] == 3)
  }

  @Test func `somebody who is on none of the stacks is looked for in the whole pool`() async throws {
    let (plan, reads) = try await planned([(1, user(1)), (1, user(199))], "2x200x100")
    #expect(plan.plan.entries.map(\.userName) == [user(1), user(199)], "whether the pair is there shows at the check")
    #expect(plan.unmatched == [])
    #expect(try #require(reads[Self.users]) > 4)
  }

  @Test func `before somebody counts as nobody the pool is read until two readings agree`() async throws {
    let (plan, reads) = try await planned([(1, user(1)), (2, "nobody@load.example")], "2x200x400")
    #expect(plan.plan.entries.map(\.userName) == [user(1)])
    #expect(plan.unmatched.map(\.userName) == ["nobody@load.example"])
    #expect(plan.status == .entriesFailed)
    #expect(reads[Self.users] == 1 + 2 * 4)
  }

  @Test func `somebody in another case is unmatched, and the one who may be meant is named`() async throws {
    let (plan, _) = try await planned([(1, user(199).uppercased())], "2x200x400")
    #expect(plan.plan.entries == [])
    #expect(plan.unmatched.map(\.reason) == [.caseDiffers])
    #expect(plan.unmatched.map(\.candidates) == [[user(199)]])
  }

  @Test func `a pool that may not be read takes nothing away where the stacks show everybody`() async throws {
    let refusal = Fault(.forbidden(stacks: nil), FaultTrigger(operations: [Self.users]))
    let (plan, reads) = try await planned([(1, user(1)), (2, user(199))], "2x200x400", faults: [refusal])
    #expect(plan.plan.entries.count == 2)
    #expect(plan.status == .success)
    #expect(reads[Self.users] == 1)
  }

  @Test func `a stack that cannot be read is no matter where the pool shows everybody`() async throws {
    let refusal = Fault(.forbidden(stacks: ["stack-0001"]), FaultTrigger(operations: [Self.rows]))
    let (plan, _) = try await planned([(1, user(1)), (2, user(199))], "2x200x400", faults: [refusal])
    #expect(plan.plan.entries.count == 2)
    #expect(plan.plan.stacksNotRead == 0)
  }

  @Test func `twenty-six stacks that are all there are listed once`() async throws {
    let (_, reads) = try await planned([(1, user(1))], "26x4x26")
    #expect(reads["DescribeStacks"] == 2)
  }
}
