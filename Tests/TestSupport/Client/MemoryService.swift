package import AWSClientCore
package import AppStream
import Synchronization

/// The service in memory, made of the client's closures; a test scripts what writes and reads come to.
package final class MemoryService: Sendable {
  /// What became of a write call.
  package enum Answer: Sendable {
    /// Done, but for the items with these codes.
    case done(except: [Association: String] = [:])
    case lost(applied: Bool)
    case refused(ServiceError)
  }

  /// A call of the client.
  package enum Call: Sendable, Equatable {
    case write([UserStackAssociation])
    case read(AssociationFilter)
    case listStacks
    case findStacks([String])
  }

  /// What a write call comes to, by its number from 1 on.
  package typealias WriteScript = @Sendable (_ call: Int, _ items: [Association]) async -> Answer
  /// What a read comes to, by its number from 1 on; `nil` for what there is.
  package typealias ReadScript = @Sendable (_ call: Int, _ filter: AssociationFilter) async -> ServiceError?

  private struct State {
    var stacks: [String: Set<Association>]
    var writes = 0
    var reads = 0
    var inFlight = (writes: 0, reads: 0)
    var mostInFlight = (writes: 0, reads: 0)
  }

  /// Every call, as it comes in.
  package let calls = Log<Call>()
  private let state: Mutex<State>
  private let onWrite: WriteScript
  private let onRead: ReadScript
  /// What somebody does right before a further page of the list of stacks is read.
  private let onNextStackPage: @Sendable (MemoryService) -> Void
  private let pageSize: Int

  /// A service that knows `associations`, and of `stacks` even those that nobody is on.
  package init(
    _ associations: some Sequence<Association>,
    stacks: Set<String> = [],
    pageSize: Int = 500,
    onWrite: @escaping WriteScript = { _, _ in .done() },
    onRead: @escaping ReadScript = { _, _ in nil },
    onNextStackPage: @escaping @Sendable (MemoryService) -> Void = { _ in }
  ) {
    var contents = Dictionary(grouping: associations, by: \.stackName).mapValues { Set($0) }
    for stack in stacks { contents[stack, default: []].formUnion([]) }
    state = Mutex(State(stacks: contents))
    self.pageSize = pageSize
    self.onWrite = onWrite
    self.onRead = onRead
    self.onNextStackPage = onNextStackPage
  }

  /// Who is on which stack now.
  package var associations: Set<Association> {
    state.withLock { $0.stacks.values.reduce(into: []) { $0.formUnion($1) } }
  }
  /// How many writes were on their way at once, at most.
  package var mostWritesInFlight: Int { state.withLock { $0.mostInFlight.writes } }
  /// How many reads came in.
  package var readCount: Int { state.withLock { $0.reads } }
  /// How many reads were on their way at once, at most.
  package var mostReadsInFlight: Int { state.withLock { $0.mostInFlight.reads } }

  /// The sizes of the write calls, in order.
  package var writeSizes: [Int] {
    calls.elements.compactMap { if case .write(let items) = $0 { items.count } else { nil } }
  }

  /// Takes a stack away, as somebody else would.
  package func delete(stack: String) {
    state.withLock { $0.stacks[stack] = nil }
  }

  /// Takes somebody off a stack, as somebody else would.
  package func remove(_ association: Association) {
    state.withLock { _ = $0.stacks[association.stackName]?.remove(association) }
  }

  /// Puts somebody on a stack, as somebody else would.
  package func insert(_ association: Association) {
    state.withLock { _ = $0.stacks[association.stackName, default: []].insert(association) }
  }

  /// A client of it.
  package var client: AppStreamClient { AppStreamClient(operations) }

  /// Its operations.
  package var operations: Operations {
    Operations(
      describeStacks: { [self] names, token async throws(ServiceError) in try stackPage(names, token) },
      describeUsers: { _, _ async throws(ServiceError) in Page(elements: []) },
      describeUserStackAssociations: { [self] filter, token async throws(ServiceError) in
        try await page(filter, token)
      },
      batchDisassociateUserStack: { [self] batch async throws(ServiceError) in
        try await write(batch) { $0?.remove($1) }
      },
      batchAssociateUserStack: { [self] batch async throws(ServiceError) in
        try await write(batch) { $0?.insert($1) }
      }
    )
  }

  private func write(
    _ batch: AssociationBatch,
    _ change: (inout Set<Association>?, Association) -> Void
  ) async throws(ServiceError) -> ServiceResponse<[UserStackAssociationError]> {
    calls.append(.write(batch.associations))
    let number = state.withLock { state in
      state.writes += 1
      state.inFlight.writes += 1
      state.mostInFlight.writes = max(state.mostInFlight.writes, state.inFlight.writes)
      return state.writes
    }
    defer { state.withLock { $0.inFlight.writes -= 1 } }
    let items = batch.associations.map(\.identity)
    switch await onWrite(number, items) {
    case .refused(let error):
      throw error
    case .lost(let applied):
      if applied { state.withLock { state in items.forEach { change(&state.stacks[$0.stackName], $0) } } }
      throw .unreachable(operation: "Write", .responseTimedOut(host: "x.example", seconds: 20))
    case .done(let errors):
      state.withLock { state in
        for item in items where errors[item] == nil { change(&state.stacks[item.stackName], item) }
      }
      let listed = items.filter { errors[$0] != nil }.map {
        UserStackAssociationError(
          userStackAssociation: PartialAssociation($0),
          errorCode: errors[$0],
          errorMessage: "Said so."
        )
      }
      return ServiceResponse(value: listed, requestID: "q-\(number)")
    }
  }

  private func stackPage(_ names: [String]?, _ token: String?) throws(ServiceError) -> Page<Stack> {
    calls.append(names.map { .findStacks($0) } ?? .listStacks)
    if token != nil { onNextStackPage(self) }
    let stacks = state.withLock { $0.stacks.keys.sorted() }
    if let names {
      guard stacks.contains(names) else { throw Sample.refusal("ResourceNotFoundException") }
      return Page(elements: names.map { Stack(name: $0) })
    }
    let start = min(token.flatMap { Int($0) } ?? 0, stacks.count)
    let end = min(start + pageSize, stacks.count)
    return Page(
      elements: stacks[start..<end].map { Stack(name: $0) },
      nextToken: end < stacks.count ? String(end) : nil
    )
  }

  private func page(
    _ filter: AssociationFilter,
    _ token: String?
  ) async throws(ServiceError) -> Page<UserStackAssociation> {
    calls.append(.read(filter))
    let number = state.withLock { state in
      state.reads += 1
      state.inFlight.reads += 1
      state.mostInFlight.reads = max(state.mostInFlight.reads, state.inFlight.reads)
      return state.reads
    }
    defer { state.withLock { $0.inFlight.reads -= 1 } }
    if let error = await onRead(number, filter) { throw error }
    let stacks = state.withLock { $0.stacks }
    let fitting: [Association]
    switch filter {
    case .stack(let name):
      guard let contents = stacks[name] else { throw Sample.refusal("ResourceNotFoundException") }
      fitting = contents.sorted()
    case .user(let name, let type):
      fitting = stacks.values.joined().filter { $0.userName == name && $0.authenticationType == type }.sorted()
    case .association(let one):
      fitting = stacks[one.stackName]?.contains(one) == true ? [one] : []
    }
    let start = min(token.flatMap { Int($0) } ?? 0, fitting.count)
    let end = min(start + pageSize, fitting.count)
    return Page(
      elements: fitting[start..<end].map { UserStackAssociation($0) },
      nextToken: end < fitting.count ? String(end) : nil
    )
  }
}
