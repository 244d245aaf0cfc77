import AWSClientCore
import AppStream
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct EstateReaderTests {
  private let failure = Sample.refusal("InternalFailure", status: 500)

  private func read(
    _ service: MemoryService,
    _ work: (EstateReader, Log<EstateEvent>) async -> Void
  ) async -> Log<EstateEvent> {
    let events = Log<EstateEvent>()
    await work(EstateReader(client: service.client, now: { Sample.moment }), events)
    return events
  }

  @Test func `stacks are read page by page to the end`() async {
    let service = MemoryService(Sample.associations(["physics": 1, "biology": 1]))
    let events = await read(service) { reader, events in await reader.readStacks { events.append($0) } }
    #expect(
      events.elements == [
        .stackListStarted, .stacks([Stack(name: "biology"), Stack(name: "physics")]),
        .stackListEnded(nil, at: Sample.moment),
      ]
    )
  }

  /// A service in which somebody else takes two rows off the first page, once, before the second is asked for.
  private func shrinking(_ rows: [Association], _ strangers: [Association]) -> MemoryService {
    let box = Mutex<(service: MemoryService?, calls: Int)>((nil, 0))
    let service = MemoryService(
      rows + strangers,
      pageSize: 4,
      onRead: { _, _ in
        box.withLock { box in
          box.calls += 1
          if box.calls == 2 { for stranger in strangers { box.service?.remove(stranger) } }
        }
        return nil
      }
    )
    box.withLock { $0.service = service }
    return service
  }

  @Test func `a thorough reading misses nobody who slipped between two pages`() async {
    let rows = Sample.associations(["biology": 6])
    let strangers = (0..<2).map { Association(stackName: "biology", userName: "a-stranger-\($0)@x.example") }
    for (isThorough, count) in [(false, 6), (true, 8)] {
      let service = shrinking(rows, strangers)
      let estate = Mutex(Estate())
      await EstateReader(client: service.client, isThorough: isThorough, now: { Sample.moment })
        .readAssociations(of: "biology") { event in estate.withLock { $0.apply(event) } }
      let read = estate.withLock { $0.associations(of: "biology").map(\.identity) }
      #expect(read.count == count, "two rows were on neither page, unless they were looked for again")
      #expect(estate.withLock { $0.readings["biology"]?.isComplete } == true)
    }
  }

  @Test func `rows that must not count as gone are looked for where the pages do not show them`() async throws {
    let rows = Sample.associations(["biology": 6])
    let strangers = (0..<2).map { Association(stackName: "biology", userName: "a-stranger-\($0)@x.example") }
    let gone = Association(stackName: "biology", userName: "gone@x.example")
    // One by one where that takes few calls, and else all of them again.
    for (wanted, singly) in [(rows.prefix(1) + [gone], 1), (rows.suffix(5) + [gone], 0), (rows + [gone], 0)] {
      let service = shrinking(rows, strangers)
      let estate = Mutex(Estate())
      await EstateReader(client: service.client, now: { Sample.moment })
        .readAssociations(of: "biology", provingGone: Array(wanted)) { event in estate.withLock { $0.apply(event) } }
      let read = Set(estate.withLock { $0.associations(of: "biology").map(\.identity) })
      #expect(wanted.allSatisfy { read.contains($0) == ($0 != gone) })
      #expect(estate.withLock { $0.readings["biology"]?.isComplete } == true)
      let asked = service.calls.elements.filter { if case .read(.association) = $0 { true } else { false } }
      #expect((asked.isEmpty ? 0 : 1) == singly || wanted.count <= 2, "\(asked.count) were asked for by themselves")
    }
  }

  @Test func `people are asked for until two readings agree, and one page is enough`() async throws {
    let name = Sample.user(1)
    let rows = (0..<6).map { Association(stackName: "z-\($0)", userName: name) }
    let strangers = (0..<2).map { Association(stackName: "a-\($0)", userName: name) }
    let service = shrinking(rows, strangers)
    let reader = EstateReader(client: service.client, now: { Sample.moment })
    #expect(Set(try await reader.associations(ofUsers: [name])).isSuperset(of: rows))
    let single = MemoryService(rows)
    #expect(try await EstateReader(client: single.client, now: { Sample.moment }).associations(ofUsers: [name]) == rows)
    #expect(single.readCount == 1)
  }

  @Test func `users that may not be read say why`() async {
    var operations = MemoryService([]).operations
    operations.describeUsers = ListOperation("DescribeUsers") { _, _ async throws(ServiceError) in
      throw Sample.refusal("AccessDeniedException")
    }
    let client = AppStreamClient(operations)
    let events = Log<EstateEvent>()
    await EstateReader(client: client, now: { Sample.moment }).readUsers { events.append($0) }
    #expect(
      events.elements == [
        .userListStarted, .userListEnded(Sample.refusal("AccessDeniedException"), at: Sample.moment),
      ]
    )
  }

  @Test func `a page that fails keeps those before it`() async {
    let service = MemoryService(
      Sample.associations(["biology": 5]),
      pageSize: 2,
      onRead: { [failure] call, _ in call == 3 ? failure : nil }
    )
    let events = await read(service) { reader, events in
      await reader.readAssociations(of: "biology") { events.append($0) }
    }
    var estate = Estate()
    events.elements.forEach { estate.apply($0) }
    #expect(events.elements.count == 4)
    #expect(estate.associations(of: "biology").map(\.userName) == (0..<4).map(Sample.user))
    #expect(estate.readings["biology"] == .partial(pages: 2, failure))
  }

  @Test func `the first stack's page is reported while the last stack is not yet asked for`() async throws {
    let stacks = (0..<10).map { "stack-\($0)" }
    let others = Gate()
    let service = MemoryService(
      stacks.map { Association(stackName: $0, userName: Sample.user(0)) },
      onRead: { [failure] _, filter in
        guard filter != .stack("stack-0"), filter != .stack("stack-8") else { return nil }
        do { try await others.pass() } catch { return failure }
        return nil
      }
    )
    let events = Log<EstateEvent>()
    let reader = EstateReader(client: service.client, now: { Sample.moment })
    async let reading: Void = reader.readAssociations(of: stacks) { events.append($0) }
    // The others wait at the gate, so the first stack's end is all that can make room for the ninth one.
    try await events.wait { events in
      events.contains(.associationsEnded(stack: "stack-0", nil, at: Sample.moment))
        && events.contains(.associationsEnded(stack: "stack-8", nil, at: Sample.moment))
    }
    others.open()
    await reading
    #expect(service.mostReadsInFlight == ReadGate.limit)
    var estate = Estate()
    events.elements.forEach { estate.apply($0) }
    #expect(stacks.allSatisfy { estate.associations(of: $0).count == 1 })
  }

  @Test func `stacks are asked for in the order given, eight at a time`() async {
    let stacks = (0..<40).map { "stack-\($0)" }.shuffled()
    let service = MemoryService(
      stacks.map { Association(stackName: $0, userName: Sample.user(0)) },
      onRead: { _, _ in
        await Task.yield()
        return nil
      }
    )
    let events = await read(service) { reader, events in
      await reader.readAssociations(of: stacks) { events.append($0) }
    }
    let started = events.elements.compactMap { event -> String? in
      if case .associationsStarted(let stack) = event { stack } else { nil }
    }
    #expect(Set(started) == Set(stacks))
    #expect(started.count == 40)
    for (position, stack) in started.enumerated() {
      let asked = stacks.firstIndex(of: stack) ?? .max
      #expect(abs(asked - position) < ReadGate.limit)
    }
    #expect((1...ReadGate.limit).contains(service.mostReadsInFlight))
  }

  @Test func `people are asked for by name, a call each, and eight at a time`() async throws {
    let people = (0..<6).map(Sample.user)
    let all = ["biology", "physics"].flatMap { stack in
      people.map { Association(stackName: stack, userName: $0) }
    }
    let ofAnotherType = Association(stackName: "maths", userName: people[0], authenticationType: .saml)
    let service = MemoryService(all + [ofAnotherType, Association(stackName: "maths", userName: Sample.user(9))])
    let found = try await EstateReader(client: service.client, now: { Sample.moment }).associations(ofUsers: people)
    #expect(found == all.sorted())
    let asked = service.calls.elements.map { "\($0)" }.sorted()
    #expect(asked == people.map { "\(MemoryService.Call.read(.user($0, .userpool)))" }.sorted())
    #expect((1...ReadGate.limit).contains(service.mostReadsInFlight))
  }

  @Test func `one person who cannot be read leaves nothing known of any`() async {
    let failing = Sample.user(1)
    let service = MemoryService(
      Sample.associations(["biology": 3]),
      onRead: { [failure] _, filter in filter == .user(failing, .userpool) ? failure : nil }
    )
    let reader = EstateReader(client: service.client, now: { Sample.moment })
    await #expect(throws: failure) { try await reader.associations(ofUsers: (0..<3).map(Sample.user)) }
  }
}
