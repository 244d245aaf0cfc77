import AWSClientCore
import AppStream
import FoundationEssentials
import SeededNumbers
import Testing

@testable import AppStreamEmulator

/// The directory against the simplest thing that could be right: a set of pairs.
@Suite struct RandomWorkTests {
  private static let stacks = (0..<5).map { "stack-\($0)" }
  private static let users = (0..<40).map { "user-\($0)@x.example" }

  private func directory() -> EmulatedDirectory {
    var builder = SeedBuilder()
    for stack in Self.stacks { builder.addStack(stack) }
    for user in Self.users { builder.addUser(user) }
    return builder.directory
  }

  private func randomPair(_ random: inout SeededGenerator) -> Association {
    Association(
      stackName: Self.stacks[Int.random(in: 0..<5, using: &random)],
      userName: Self.users[Int.random(in: 0..<40, using: &random)]
    )
  }

  private func pages(_ directory: inout EmulatedDirectory, _ filter: AssociationFilter) throws -> [Association] {
    var found: [Association] = []
    var position: Int? = 0
    while let start = position {
      let page = try directory.associationPage(filter, from: start, limit: 7, at: .noon)
      found += page.elements.map(\.identity)
      position = page.next
    }
    return found
  }

  @Test(arguments: 1...20)
  func `any work leaves what a set of pairs would hold`(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var directory = directory()
    var model: Set<Association> = []
    for _ in 0..<60 {
      let batch = (0..<Int.random(in: 1...25, using: &random)).map { _ in randomPair(&random) }
      let items = batch.map { UserStackAssociation($0) }
      if Bool.random(using: &random) {
        let outcome = try directory.apply(.associate, to: items, at: .noon)
        #expect(Set(outcome.changed) == Set(batch).subtracting(model))
        model.formUnion(batch)
      } else {
        let outcome = try directory.apply(.disassociate, to: items, at: .noon)
        #expect(Set(outcome.changed) == model.intersection(batch))
        model.subtract(batch)
      }
    }
    #expect(directory.allAssociations.map(\.identity) == model.sorted())
    for stack in Self.stacks {
      let listed = try pages(&directory, .stack(stack))
      #expect(listed.count == Set(listed).count)
      #expect(Set(listed) == model.filter { $0.stackName == stack })
    }
    for user in Self.users {
      let listed = try pages(&directory, .user(user, .userpool))
      #expect(Set(listed) == model.filter { $0.userName == user })
    }
    for pair in model { #expect(try pages(&directory, .association(pair)) == [pair]) }
  }

  @Test(arguments: [EmulatorRules.Lag.reads(1), .reads(3), .time(.seconds(5))])
  func `lag only ever delays: in the end reads show what is`(lag: EmulatorRules.Lag) throws {
    var random = SeededGenerator(9)
    var directory = directory()
    directory.rules.lag = lag
    for _ in 0..<100 {
      let operation: EmulatedDirectory.BatchOperation = Bool.random(using: &random) ? .associate : .disassociate
      _ = try directory.apply(operation, to: [UserStackAssociation(randomPair(&random))], at: .noon)
      _ = try directory.associationPage(.stack(randomPair(&random).stackName), from: 0, at: .noon)
    }
    var shown: [Association] = []
    for stack in Self.stacks {
      for _ in 0..<4 { _ = try directory.associationPage(.stack(stack), from: 0, at: .noon + 60) }
      shown += try pages(&directory, .stack(stack))
    }
    #expect(shown.sorted() == directory.allAssociations.map(\.identity))
  }

  @Test func `calls at the same time are done one after the other`() async throws {
    let bench = TestBench(seed: try Seed(parsing: "4x100x400"))
    let all = bench.service.directory.allAssociations
    let batches = stride(from: 0, to: 400, by: 20).map { Array(all[$0..<$0 + 25 - 5]) }
    try await withThrowingTaskGroup(of: Int.self) { group in
      for associations in batches {
        // Each batch is sent twice at once: the second finds nothing left, which is no error.
        for _ in 0..<2 {
          let batch = try #require(AssociationBatch(associations))
          group.addTask { try await bench.client.batchDisassociateUserStack(batch).value.count }
        }
      }
      for try await errors in group { #expect(errors == 0) }
    }
    #expect(bench.service.directory.allAssociations.isEmpty)
    #expect(bench.service.changeCount == 400)
    #expect(bench.service.log.map(\.n) == Array(1...40))
  }
}
