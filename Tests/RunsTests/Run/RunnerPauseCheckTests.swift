import AWSClientCore
import AppStream
import Synchronization
import TestSupport
import Testing

@testable import Runs

/// What is looked at after a long pause, before the run goes on.
@Suite(.timeLimit(.minutes(5)))
struct RunnerPauseCheckTests {
  private let plan = Sample.plan(["biology": 30, "chemistry": 30, "physics": 40])

  @Test func `what the pages of its check do not show is asked for singly before it counts as gone`() async throws {
    let others = (0..<2).map { Association(stackName: "physics", userName: "a-stranger-\($0)@x.example") }
    let box = Mutex<(service: MemoryService?, pages: Int)>((nil, 0))
    let paused = try await PausedRun(
      plan,
      others: others,
      pageSize: 20,
      onRead: { _, filter in
        guard filter == .stack("physics") else { return nil }
        box.withLock { box in
          box.pages += 1
          // Tokens are numbers of rows here: two of the plan's are on neither page then.
          if box.pages == 2 { for other in others { box.service?.remove(other) } }
        }
        return nil
      }
    )
    box.withLock { $0.service = paused.stage.service }
    try await paused.wait(.seconds(60))
    paused.stage.control.goOn()
    let ended = await paused.ended
    #expect(ended.counts.text == "100 removed")
    #expect(box.withLock(\.pages) > 2)
  }

  @Test func `what its check shows of an answered entry is not forgotten when later pages hide it`() async throws {
    let others = (0..<20).map { Association(stackName: "chemistry", userName: "a-\(10 + $0)@x.example") }
    let box = Mutex<(service: MemoryService?, pages: Int)>((nil, 0))
    let paused = try await PausedRun(
      plan,
      others: others,
      pageSize: 20,
      onRead: { _, filter in
        guard filter == .stack("chemistry") else { return nil }
        box.withLock { box in
          box.pages += 1
          // The check has two pages; when the second page of the next reading is asked for, the entry slips past it.
          if box.pages == 4 { box.service?.remove(others[0]) }
        }
        return nil
      }
    )
    box.withLock { $0.service = paused.stage.service }
    let putBack = plan.entries[30]
    paused.stage.service.insert(putBack)
    try await paused.wait(.seconds(60))
    paused.stage.control.goOn()
    let ended = await paused.ended
    #expect(ended.counts.text == "99 removed, 1 failed")
    #expect(ended.entries[30].error == .stillPresent)
    #expect(box.withLock(\.pages) >= 4)
  }

  @Test func `after less than a minute it goes on as it was`() async throws {
    let paused = try await PausedRun(plan, renewal: { .otherAccount("999988887777") })
    try await paused.wait(.seconds(59))
    paused.stage.control.goOn()
    let ended = await paused.ended
    #expect(ended.counts.text == "100 removed")
    #expect(ended.reads == 3, "each stack is read back, and nothing else is read")
  }

  @Test func `after a minute what is left is looked for, and what is gone meanwhile is not sent`() async throws {
    let paused = try await PausedRun(plan)
    let gone = Set([plan.entries[55], plan.entries[99]])
    for entry in gone { paused.stage.service.remove(entry) }
    try await paused.wait(.seconds(60))
    paused.stage.control.goOn()
    let ended = await paused.ended
    #expect(ended.counts.text == "98 removed, 2 absent")
    #expect(Set(ended.entries.filter { $0.outcome == .absent }.map(\.association)) == gone)
    #expect(paused.stage.service.writeSizes.reduce(0, +) == 98)
    // Chemistry and physics, which have entries left, are read before the third call.
    let third = paused.stage.service.calls.elements.indices(where: { if case .write = $0 { true } else { false } })[2]
    #expect(paused.stage.service.calls.elements[2..<third].count == 2)
    #expect(paused.stage.replay(of: plan) == ended)
  }

  @Test func `a check that fails holds the run again and says why, until it is told to go on`() async throws {
    let isForbidden = Mutex(true)
    let paused = try await PausedRun(
      plan,
      onRead: { _, filter in
        filter == .stack("chemistry") && isForbidden.withLock { $0 } ? Sample.refusal("AccessDeniedException") : nil
      }
    )
    try await paused.wait(.seconds(100))
    paused.stage.control.goOn()
    let reason = "the check after the pause failed: chemistry could not be read"
    try await paused.stage.records.wait { $0.contains(.paused(reason: reason)) }
    #expect(paused.stage.control.isPaused)
    #expect(paused.stage.service.writeSizes.count == 2)
    isForbidden.withLock { $0 = false }
    paused.stage.control.goOn()
    let ended = await paused.ended
    #expect(ended.counts.text == "100 removed")
    #expect(paused.stage.replay(of: plan) == ended)
  }

  @Test func `credentials of another account after a long pause end the run`() async throws {
    let paused = try await PausedRun(plan, renewal: { .otherAccount("999988887777") })
    try await paused.wait(.seconds(60))
    paused.stage.control.goOn()
    let ended = await paused.ended
    #expect(ended.stopReason == "the credentials are now of account 999988887777, and the run is about another")
    #expect(paused.stage.service.writeSizes.count == 2)
  }

  @Test func `where nobody says whose the credentials are, the run is held again`() async throws {
    let answers = Mutex<[Renewal]>([.renewed, .refused])
    let paused = try await PausedRun(plan, renewal: { answers.withLock { $0.removeLast() } })
    try await paused.wait(.seconds(60))
    paused.stage.control.goOn()
    let reason = PauseCause.checkFailed("nobody could say whose the credentials are").text
    try await paused.stage.records.wait { $0.contains(.paused(reason: reason)) }
    paused.stage.control.goOn()
    #expect(await paused.ended.counts.text == "100 removed")
  }

  @Test func `a pause during the check of the last one is a pause, and the check is made again`() async throws {
    let first = Gate()
    let reads = Mutex(0)
    let paused = try await PausedRun(
      plan,
      onRead: { _, _ in
        let number = reads.withLock { reads in
          reads += 1
          return reads
        }
        if number == 1 { do { try await first.pass() } catch { return .cancelled(operation: "Read") } }
        return nil
      }
    )
    try await paused.wait(.seconds(60))
    paused.stage.control.goOn()
    try await paused.stage.service.calls.wait { $0.count >= 3 }
    paused.stage.control.pause()
    try await paused.stage.records.wait { $0.count { $0 == .paused(reason: "paused by the operator") } == 2 }
    first.open()
    paused.stage.control.goOn()
    let ended = await paused.ended
    #expect(ended.counts.text == "100 removed")
    #expect(paused.stage.replay(of: plan) == ended)
  }

  @Test func `a stop during the check sends nothing more, whatever the check finds`() async throws {
    let (first, reads) = (Gate(), Log<AssociationFilter>())
    let paused = try await PausedRun(
      plan,
      onRead: { number, filter in
        reads.append(filter)
        if number <= 2 { do { try await first.pass() } catch { return .cancelled(operation: "Read") } }
        return nil
      }
    )
    try await paused.wait(.seconds(60))
    paused.stage.control.goOn()
    // Chemistry and physics are being looked at, and biology is read back as soon as the run stops.
    try await reads.wait { $0.count == 2 }
    paused.stage.control.stop(reason: "x")
    try await paused.stage.records.wait { $0.contains(.stopping(reason: "x")) }
    first.open()
    let ended = await paused.ended
    #expect(ended.counts.text == "50 removed, 50 stopped")
    #expect(paused.stage.service.writeSizes.count == 2)
    #expect(paused.stage.replay(of: plan) == ended)
  }
}

extension Array {
  fileprivate func indices(where condition: (Element) -> Bool) -> [Int] { indices.filter { condition(self[$0]) } }
}
