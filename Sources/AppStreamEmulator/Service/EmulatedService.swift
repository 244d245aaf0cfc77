package import AWSClientCore
package import FoundationEssentials
import SeededNumbers
import Synchronization

/// What an emulator takes from outside, so that tests can hold it still; it reads no clock of its own.
package struct EmulatorContext: Sendable {
  /// The wall clock.
  package var now: @Sendable () -> Date
  /// The clock that late responses wait on.
  package var clock: any Clock<Duration>
  /// Where ids and chances come from: the same seed gives the same.
  package var randomSeed: UInt64
  /// How long a caller in the same process waits for a response, as a network transport would.
  package var answerLimit: Duration

  /// Makes a context.
  package init(
    now: @escaping @Sendable () -> Date,
    clock: any Clock<Duration>,
    randomSeed: UInt64 = 1,
    answerLimit: Duration = .seconds(20)
  ) {
    self.now = now
    self.clock = clock
    self.randomSeed = randomSeed
    self.answerLimit = answerLimit
  }
}

/// Amazon AppStream 2.0's user pool, and STS's `GetCallerIdentity`, pretended in this process.
///
/// It answers signed requests as the service would, one at a time and in order of arrival. As an `HTTPTransport` it
/// is the network as well: faults that end a connection become `TransportError`s, late responses are waited for.
package final class EmulatedService: HTTPTransport {
  private let state: Mutex<ServiceState>
  private let context: EmulatorContext

  /// Starts a service.
  ///
  /// - Parameters:
  ///   - seed: What it holds; its own faults come after `faults`.
  ///   - rules: The responses that AWS does not document; `nil`: those of the seed's directory.
  ///   - faults: What goes wrong.
  ///   - keys: Who may call.
  ///   - changes: What was changed in an earlier life.
  ///   - context: Clocks and chance.
  package init(
    seed: Seed = .empty,
    rules: EmulatorRules? = nil,
    faults: [Fault] = [],
    keys: EmulatorKeys = .default,
    changes: [AppliedChange] = [],
    context: EmulatorContext
  ) {
    var directory = seed.directory
    if let rules { directory.rules = rules }
    state = Mutex(
      ServiceState(
        directory: directory,
        faults: FaultEngine(faults + seed.faults, started: context.now()),
        keys: keys,
        changes: changes,
        random: SeededGenerator(context.randomSeed)
      )
    )
    self.context = context
  }

  /// The directory as it is now.
  package var directory: EmulatedDirectory { state.withLock { $0.directory } }

  /// The requests so far, in order of arrival; of very many only the last.
  package var log: [RequestLogEntry] { state.withLock { $0.log.entries } }

  /// What was changed so far, in order.
  package var changes: [AppliedChange] { state.withLock { $0.changes } }

  /// How many changes there were so far.
  package var changeCount: Int { state.withLock { $0.changes.count } }

  /// Directory and changes of one moment, for the state file.
  package var snapshot: StateFile {
    state.withLock { StateFile(directory: $0.directory, changes: $0.changes) }
  }

  /// Changes the directory from outside, as somebody else's work would.
  package func withDirectory<Result: Sendable>(
    _ body: (inout EmulatedDirectory) throws(EmulatedRefusal) -> Result
  ) throws(EmulatedRefusal) -> Result {
    try state.withLock { state throws(EmulatedRefusal) in try body(&state.directory) }
  }

  /// Puts other faults in the place of those there are; their counts begin anew.
  package func replaceFaults(_ faults: [Fault]) {
    let now = context.now()
    state.withLock { $0.faults = FaultEngine(faults, started: now) }
  }

  /// Handles one request and says what is to be sent back, and how.
  package func reply(to request: HTTPRequest) -> EmulatedReply {
    if LogPage.isAskedFor(by: request) { return EmulatedReply(response: LogPage.answer(request, log)) }
    let call = ReceivedCall(request)
    let now = context.now()
    return state.withLock { $0.answer(call, at: now) }
  }

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let host = request.endpoint.host
    guard !Task.isCancelled else { throw .cancelled(host: host) }
    let reply = reply(to: request)
    let limit = context.answerLimit
    let isTooLate = reply.ending == .never || reply.delay >= limit
    let wait = isTooLate ? limit : reply.delay
    if wait > .zero {
      do { try await context.clock.sleep(for: wait) } catch { throw .cancelled(host: host) }
    }
    guard !isTooLate else { throw .responseTimedOut(host: host, seconds: limit.inSeconds) }
    switch reply.ending {
    case .whole: return reply.response
    case .cut: throw .connectionLost(host: host, reason: "the body ended early")
    case .dropped, .never: throw .connectionLost(host: host, reason: "the connection was closed")
    }
  }
}
