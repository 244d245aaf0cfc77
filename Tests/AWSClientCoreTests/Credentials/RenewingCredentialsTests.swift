import AWSClientCore
import FoundationEssentials
import PlainText
import Synchronization
import TestSupport
import Testing

@Suite struct RenewingCredentialsTests {
  private static let broken = CredentialError.unusable(source: "a file", reason: "it is broken")

  /// A time that a test moves, and searches whose outcomes it decides.
  private final class Stage: Sendable {
    private struct State {
      var now = Date(timeIntervalSince1970: 1_795_356_135)
      var outcomes: [Result<Credentials, CredentialError>] = []
      var searches: [String?] = []
      var mayAsk: [Bool] = []
    }

    private let state = Mutex(State())

    var searches: [String?] { state.withLock(\.searches) }
    var mayAsk: [Bool] { state.withLock(\.mayAsk) }
    var now: Date { state.withLock(\.now) }

    func pass(_ seconds: TimeInterval) { state.withLock { $0.now += seconds } }

    func next(_ id: String, endsIn left: TimeInterval? = nil) {
      state.withLock { state in
        let end = left.map { state.now.addingTimeInterval($0) }
        state.outcomes.append(
          .success(Credentials(accessKeyID: id, secretAccessKey: Secret("s"), expiration: end))
        )
      }
    }

    func nextFails() { state.withLock { $0.outcomes.append(.failure(broken)) } }

    func search(_ search: CredentialSearch) throws(CredentialError) -> Credentials {
      try state.withLock { state in
        state.searches.append(search.refusedKeyID)
        state.mayAsk.append(search.mayAskPerson)
        return state.outcomes.isEmpty ? .failure(.noneFound(asked: [])) : state.outcomes.removeFirst()
      }.get()
    }

    func provider() -> RenewingCredentials {
      RenewingCredentials(CallContext(serviceClock: ServiceClock(now: { self.now }))) {
        (search) throws(CredentialError) in
        try self.search(search)
      }
    }
  }

  @Test func `a person is asked only where the present ones do not serve any more`() async throws {
    let stage = Stage()
    let provider = stage.provider()
    stage.next("A", endsIn: 3600)
    _ = try await provider.credentials()
    stage.pass(2701)
    stage.nextFails()
    #expect(try await provider.credentials().accessKeyID == "A")
    stage.pass(300)
    stage.next("B", endsIn: 3600)
    #expect(try await provider.credentials().accessKeyID == "B")
    provider.refused(try await provider.credentials())
    stage.next("C", endsIn: 3600)
    _ = try await provider.credentials()
    #expect(stage.mayAsk == [true, false, true, true])
  }

  @Test func `what was found is kept while it is good`() async throws {
    let stage = Stage()
    let provider = stage.provider()
    stage.next("A", endsIn: 3600)
    #expect(try await provider.credentials().accessKeyID == "A")
    stage.pass(2700)
    #expect(try await provider.credentials().accessKeyID == "A")
    stage.next("B", endsIn: 3600)
    stage.pass(1)
    #expect(try await provider.credentials().accessKeyID == "B")
    #expect(stage.searches == [nil, nil])
  }

  @Test func `a renewal that could wait may fail, and is not tried again for a minute`() async throws {
    let stage = Stage()
    let provider = stage.provider()
    stage.next("A", endsIn: 899)
    _ = try await provider.credentials()
    stage.pass(60)
    stage.nextFails()
    #expect(try await provider.credentials().accessKeyID == "A")
    #expect(try await provider.credentials().accessKeyID == "A")
    #expect(stage.searches.count == 2)
    stage.pass(60)
    stage.next("B", endsIn: 3600)
    #expect(try await provider.credentials().accessKeyID == "B")
  }

  @Test func `a renewal that had to be is an error when it fails, which is not kept`() async throws {
    let stage = Stage()
    let provider = stage.provider()
    stage.next("A", endsIn: 3600)
    _ = try await provider.credentials()
    stage.pass(3001)
    stage.nextFails()
    await #expect(throws: Self.broken) { try await provider.credentials() }
    stage.next("B", endsIn: 3600)
    #expect(try await provider.credentials().accessKeyID == "B")
  }

  @Test func `a first search that fails is not kept`() async throws {
    let stage = Stage()
    let provider = stage.provider()
    stage.nextFails()
    await #expect(throws: Self.broken) { try await provider.credentials() }
    stage.next("A")
    #expect(try await provider.credentials().accessKeyID == "A")
  }

  @Test func `credentials that have ended are not given out`() async throws {
    let stage = Stage()
    stage.next("A", endsIn: 0)
    await #expect(throws: CredentialError.ended(at: stage.now)) { try await stage.provider().credentials() }
  }

  @Test func `keys that a service has refused are looked for anew, by name`() async throws {
    let stage = Stage()
    let provider = stage.provider()
    stage.next("A")
    let old = try await provider.credentials()
    stage.next("B")
    provider.refused(old)
    #expect(try await provider.credentials().accessKeyID == "B")
    // The response to a call that was sent before the renewal comes late.
    provider.refused(old)
    #expect(try await provider.credentials().accessKeyID == "B")
    #expect(stage.searches == [nil, "A"])
  }

  @Test func `refused keys are not given out again when there are no others`() async throws {
    let stage = Stage()
    let provider = stage.provider()
    stage.next("A")
    provider.refused(try await provider.credentials())
    stage.nextFails()
    await #expect(throws: Self.broken) { try await provider.credentials() }
    stage.next("B")
    #expect(try await provider.credentials().accessKeyID == "B")
    #expect(stage.searches == [nil, "A", "A"])
  }
}

/// Searches that end when a test lets them.
@Suite struct SingleFlightTests {
  private final class Door: Sendable {
    private let state = Mutex<(searches: Int, waiting: CheckedContinuation<Void, Never>?)>((0, nil))
    private let arrivals = AsyncStream<Void>.makeStream()

    var searches: Int { state.withLock(\.searches) }

    func search() async -> Credentials {
      await withCheckedContinuation { continuation in
        state.withLock { state in
          state.searches += 1
          state.waiting = continuation
        }
        arrivals.continuation.yield()
      }
      return Credentials(accessKeyID: "A", secretAccessKey: Secret("s"))
    }

    func waitForSearch() async {
      for await _ in arrivals.stream { return }
    }

    func open() {
      state.withLock { $0.waiting.take() }?.resume()
    }
  }

  @Test func `many callers make one search`() async throws {
    let door = Door()
    let provider = RenewingCredentials(CallContext()) { _ in await door.search() }
    let ids = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<20 { group.addTask { try await provider.credentials().accessKeyID } }
      await door.waitForSearch()
      door.open()
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(ids == Array(repeating: "A", count: 20))
    #expect(door.searches == 1)
  }

  @Test func `a caller that is cancelled stops waiting, and the search goes on for the next`() async throws {
    let door = Door()
    let provider = RenewingCredentials(CallContext()) { _ in await door.search() }
    let first = Task { try await provider.credentials() }
    await door.waitForSearch()
    first.cancel()
    await #expect(throws: CredentialError.cancelled) { try await first.value }
    let second = Task { try await provider.credentials().accessKeyID }
    door.open()
    #expect(try await second.value == "A")
    #expect(door.searches == 1)
  }
}
