import AWSClientCore
import AppStream
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5))) struct ReadLimitTests {
  /// Counts calls on their way, and keeps each until as many as may be on their way have come.
  private final class Crowd: Sendable {
    private struct State {
      var inside = 0
      var most = 0
    }

    private let state = Mutex(State())

    var most: Int { state.withLock { $0.most } }

    func pass() async {
      state.withLock {
        $0.inside += 1
        $0.most = max($0.most, $0.inside)
      }
      // Long enough for every other task to have its turn.
      for _ in 0..<100 { await Task.yield() }
      state.withLock { $0.inside -= 1 }
    }
  }

  private func client(_ crowd: Crowd) -> AppStreamClient {
    AppStreamClient(
      Operations(
        describeStacks: { _, _ async throws(ServiceError) in
          await crowd.pass()
          return Page(elements: [Stack(name: "a")])
        },
        describeUsers: { _, _ async throws(ServiceError) in
          await crowd.pass()
          throw .repeatedPageToken(operation: "DescribeUsers")
        },
        describeUserStackAssociations: { _, _ async throws(ServiceError) in
          await crowd.pass()
          return Page(elements: [])
        },
        batchDisassociateUserStack: { _ async throws(ServiceError) in ServiceResponse(value: [], requestID: nil) },
        batchAssociateUserStack: { _ async throws(ServiceError) in ServiceResponse(value: [], requestID: nil) }
      )
    )
  }

  @Test func `reads of every kind share one limit, and a failure gives its place back`() async throws {
    let crowd = Crowd()
    let limited = client(crowd).reading(through: ReadGate())
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<30 {
        group.addTask {
          do {
            try await Self.read(number, limited)
          } catch {
            Issue.record(error)
          }
        }
      }
    }
    #expect(crowd.most == ReadGate.limit)
  }

  private static func read(_ number: Int, _ limited: AppStreamClient) async throws {
    switch number % 3 {
    case 0:
      #expect(try await limited.describeStacks.pages(nil).all().count == 1)
    case 1:
      await #expect(throws: ServiceError.repeatedPageToken(operation: "DescribeUsers")) {
        try await limited.describeUsers.pages(.userpool).all()
      }
    default:
      #expect(try await limited.describeUserStackAssociations.pages(.stack("a")).all().isEmpty)
    }
  }
}
