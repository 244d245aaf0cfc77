import FoundationEssentials
import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Runs

/// A plan is begun once, by whoever takes its claim first.
@Suite struct PlanClaimTests {
  private let scratch: Scratch
  private let stores: [any JournalStore]
  private let plan = SampleJournal.plan
  private let claim: PlanClaim
  private let other = PlanClaim(
    SampleJournal.plan,
    for: RunID(at: Sample.moment, random: 1),
    at: Sample.moment.addingTimeInterval(0.25)
  )

  init() throws {
    scratch = try Scratch()
    stores = [DirectoryJournals(directory: scratch["runs"]), MemoryJournals()]
    claim = PlanClaim(plan, for: SampleJournal.id, at: Sample.moment)
  }

  private var path: String { "runs/\(plan.number).claim" }

  @Test func `the first to claim a plan has it, and the others are told who`() throws {
    for store in stores {
      #expect(try store.claim(on: plan.number) == nil)
      try store.take(claim)
      #expect(throws: JournalError.usedUp(claim)) { try store.take(other) }
      #expect(try store.claim(on: plan.number) == claim)
      #expect(try store.list().isEmpty)
      try store.giveBack(claim)
      try store.take(other)
      #expect(try store.claim(on: plan.number) == other)
    }
    #expect(scratch.mode(of: path) == 0o600)
    #expect(try scratch.names(in: "runs") == ["\(plan.number).claim"])
  }

  @Test func `of many at once exactly one gets it`() async throws {
    for store in stores {
      let winners = await withTaskGroup(of: PlanClaim?.self) { group in
        for number in 0..<16 {
          group.addTask {
            let claim = PlanClaim(plan, for: RunID(at: Sample.moment, random: UInt16(number)), at: Sample.moment)
            do throws(JournalError) {
              try store.take(claim)
              return claim
            } catch {
              return nil
            }
          }
        }
        return await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }
      }
      #expect(winners.count == 1)
      #expect(try store.claim(on: plan.number) == winners.first)
    }
  }

  @Test func `a claim outlives its journal until the plan can no longer be sent`() throws {
    for store in stores {
      try store.take(claim)
      try store.create(claim.run, plan, at: Sample.moment).close()
      try store.delete(claim.run)
      try store.discardClaims(expiredBy: plan.expiry())
      #expect(throws: JournalError.usedUp(claim)) { try store.take(other) }
      try store.discardClaims(expiredBy: plan.expiry().addingTimeInterval(1))
      #expect(try store.claim(on: plan.number) == nil)
    }
  }

  @Test func `a claim that a crash cut off uses the plan up all the same, and is kept`() throws {
    let store = stores[0]
    try store.take(claim)
    let whole = try scratch.bytes(of: path)
    try scratch.write(Array(whole.prefix(20)), to: path)
    let unknown = JournalError.usedUpUnknown(plan.number, path: scratch[path])
    #expect(throws: unknown) { try store.take(other) }
    try store.discardClaims(expiredBy: .distantFuture)
    #expect(throws: unknown) { try store.claim(on: plan.number) }
  }

  @Test func `a claim that cannot be written is none, and nothing is behind it`() throws {
    let full = DirectoryJournals(directory: scratch["full"], write: { _, _ in .failure(Errno(rawValue: ENOSPC)) })
    #expect(throws: JournalError.self) { try full.take(claim) }
    #expect(try full.claim(on: plan.number) == nil)
  }

  @Test func `a link in a claim's place is not followed, and uses the plan up`() throws {
    try stores[0].take(claim)
    try stores[0].giveBack(claim)
    scratch.link(path, to: "/nowhere")
    #expect(throws: JournalError.self) { try stores[0].take(claim) }
    #expect(throws: JournalError.self) { try stores[0].claim(on: plan.number) }
  }

  @Test func `what only has the name of a claim stays, and keeps no other from going`() throws {
    let store = DirectoryJournals(directory: scratch["runs"])
    try store.take(claim)
    scratch.makeDirectory("runs/0000-0000-0000.claim")
    scratch.link("runs/0000-0000-0001.claim", to: "nowhere")
    try store.discardClaims(expiredBy: claim.expiry.addingTimeInterval(1))
    #expect(try scratch.names(in: "runs") == ["0000-0000-0000.claim", "0000-0000-0001.claim"])
  }
}
