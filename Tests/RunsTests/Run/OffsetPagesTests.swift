import AWSClientCore
import AppStream
import Synchronization
import TestSupport
import Testing

@testable import Runs

/// Lists whose page tokens are numbers of rows, read while others remove rows.
@Suite(.timeLimit(.minutes(5)))
struct OffsetPagesTests {
  private static func saml(_ number: Int) -> Association {
    Association(stackName: "biology", userName: "saml-\(number)@x.example", authenticationType: .saml)
  }

  /// A service in which somebody else removes two rows of the first page whenever the second is about to be asked for,
  /// up to `times`.
  private func service(_ associations: [Association], removing strangers: [Association], times: Int) -> MemoryService {
    let box = Mutex<(service: MemoryService?, times: Int)>((nil, 0))
    let pages = Mutex(0)
    let service = MemoryService(
      associations + strangers,
      pageSize: 10,
      onRead: { _, filter in
        guard case .stack = filter else { return nil }
        let isSecond = pages.withLock { pages in
          pages += 1
          return pages % 2 == 0
        }
        guard isSecond else { return nil }
        box.withLock { box in
          guard box.times < times else { return }
          let start = box.times * 2
          for stranger in strangers.sorted()[start..<min(start + 2, strangers.count)] { box.service?.remove(stranger) }
          box.times += 1
        }
        return nil
      }
    )
    box.withLock { $0.service = service }
    return service
  }

  private func strangers(_ count: Int) -> [Association] {
    (0..<count).map { Association(stackName: "biology", userName: "a-stranger-\(10 + $0)@x.example") }
  }

  private func check(_ service: MemoryService, _ entries: [Association]) async throws -> (there: Int, gone: Int) {
    let read = try await StackAssociations(of: "biology", service.client).read(provingGone: entries)
    let there = entries.filter(read.there.contains).count
    return (there, entries.count - there)
  }

  @Test func `entries that slipped between two pages are still there`() async throws {
    let entries = Sample.associations(["biology": 12])
    let service = service(entries, removing: strangers(6), times: 3)
    #expect(try await check(service, entries) == (12, 0))
  }

  @Test func `entries that are gone are gone, each asked for by itself`() async throws {
    let entries = Sample.associations(["biology": 12])
    let service = service(Array(entries.dropFirst(3)), removing: strangers(6), times: 1)
    #expect(try await check(service, entries) == (9, 3))
    #expect(service.calls.elements.filter { $0 == .read(.association(entries[0])) }.count == 1)
  }

  @Test func `what cannot be asked for by itself is gone once two readings are the same`() async throws {
    let entries = (10..<22).map(Self.saml)
    #expect(try await check(service(entries, removing: strangers(6), times: 1), entries) == (12, 0))
    #expect(try await check(service(Array(entries.dropFirst(2)), removing: strangers(6), times: 1), entries) == (10, 2))
  }

  @Test func `very many that are gone are proved by reading all again, and singly where that agrees with nothing`()
    async throws
  {
    let entries = Sample.associations(["biology": 60])
    for (times, isSingly) in [(0, false), (20, true)] {
      let service = service(Array(entries.dropFirst(48)), removing: strangers(40), times: times)
      #expect(try await check(service, entries) == (12, 48))
      let isAsked = service.calls.elements.contains(.read(.association(entries[0])))
      #expect(isAsked == isSingly)
    }
  }

  @Test func `a list that changes with every reading says nothing of what it does not show`() async {
    let entries = (10..<22).map(Self.saml)
    let service = service(Array(entries.dropFirst(1)), removing: strangers(40), times: 20)
    let error = await #expect(throws: ServiceError.self) { try await check(service, entries) }
    #expect(error == .listKeepsChanging(operation: "DescribeUserStackAssociations"))
    #expect(error?.code == "UNREADABLE_ANSWER")
  }

  @Test func `who was put back after a clean answer and slipped between two pages is still there`() async {
    let plan = Sample.plan(["biology": 2])
    let others = (0..<20).map { Association(stackName: "biology", userName: "a-\(10 + $0)@x.example") }
    let box = Mutex<MemoryService?>(nil)
    let pages = Mutex(0)
    let service = MemoryService(
      plan.entries + others,
      pageSize: 20,
      onRead: { _, filter in
        guard case .stack = filter else { return nil }
        let page = pages.withLock { pages in
          pages += 1
          return pages
        }
        let service = box.withLock { $0 }
        // They are put back before the first reading, and in the second one as many others leave the first page.
        if page == 1 { plan.entries.forEach { service?.insert($0) } }
        if page == 4 { others.prefix(2).forEach { service?.remove($0) } }
        return nil
      }
    )
    box.withLock { $0 = service }
    var machine = RunMachine(plan)
    machine.apply(.confirmed(how: "--yes"))
    let ended = await RunnerStage(service).run(machine, readCalls: ["biology": 1])
    #expect(ended.counts.text == "2 failed")
    #expect(ended.entries.allSatisfy { $0.error == .stillPresent })
    #expect(service.associations.isSuperset(of: plan.entries))
  }

  @Test func `one page needs no proof, and neither does what the service said is removed`() async {
    let plan = Sample.plan(["biology": 12])
    let others = (100..<130).map { Association(stackName: "biology", userName: Sample.user($0)) }
    let stage = RunnerStage(MemoryService(plan.entries + others, pageSize: 10))
    var machine = RunMachine(plan)
    machine.apply(.confirmed(how: "--yes"))
    let ended = await stage.run(machine, readCalls: ["biology": 4])
    #expect(ended.counts.text == "12 removed")
    #expect(stage.service.calls.elements.filter { if case .read(.association) = $0 { true } else { false } }.isEmpty)
  }
}
