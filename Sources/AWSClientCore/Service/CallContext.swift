public import FoundationEssentials
public import Logging

/// Everything a call takes from its context, passed in so that tests can hold it still.
public struct CallContext: Sendable {
  /// The wall clock that signatures are dated by; shared by all calls that are to learn from one another.
  public var serviceClock: ServiceClock
  /// The clock that waits between attempts are slept on.
  public var clock: any Clock<Duration>
  /// Random numbers from 0 up to 1, for spreading retries.
  public var spread: @Sendable () -> Double
  /// The text of the `amz-sdk-invocation-id` header: a UUID, one a call.
  public var invocationID: @Sendable () -> String
  /// The `User-Agent` header.
  public var userAgent: String
  /// How long the transport waits for a response, which is what a retry tells the service.
  public var answerTimeout: Duration
  /// How often a call for credentials is sent in all, the first time included.
  public var maximumAttempts: Int
  /// Where calls are logged: operation, status and request id, never a body, a header or a key.
  public var logger: Logger

  /// Makes a context; what is not given is the real thing.
  public init(
    serviceClock: ServiceClock = ServiceClock(),
    clock: any Clock<Duration> = ContinuousClock(),
    spread: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
    invocationID: @escaping @Sendable () -> String = { UUID().uuidString.lowercased() },
    userAgent: String = "aws-client-core",
    answerTimeout: Duration = .seconds(20),
    maximumAttempts: Int = 3,
    logger: Logger = Logger(label: "aws") { _ in SwiftLogNoOpLogHandler() }
  ) {
    self.serviceClock = serviceClock
    self.clock = clock
    self.spread = spread
    self.invocationID = invocationID
    self.userAgent = userAgent
    self.answerTimeout = answerTimeout
    self.maximumAttempts = maximumAttempts
    self.logger = logger
  }
}
