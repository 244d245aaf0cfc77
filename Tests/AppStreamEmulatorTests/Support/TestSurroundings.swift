import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import Synchronization

/// A wall clock that stands still until it is moved, and a clock on which sleeping is instant and moves it.
final class TestTime: Clock, Sendable {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
    func duration(to other: Self) -> Duration { other.offset - offset }
    static func < (one: Self, other: Self) -> Bool { one.offset < other.offset }
  }

  /// 2026-11-22T14:02:11Z.
  static let start = Date(timeIntervalSince1970: 1_795_356_131)

  private let elapsed = Mutex(Duration.zero)
  private let slept = Mutex<[Duration]>([])

  var now: Instant { Instant(offset: elapsed.withLock { $0 }) }
  var minimumResolution: Duration { .zero }
  /// How long was slept each time.
  var sleeps: [Duration] { slept.withLock { $0 } }
  /// The wall clock's reading.
  var date: Date { Self.start.addingTimeInterval(now.offset / .seconds(1)) }

  func advance(by duration: Duration) {
    elapsed.withLock { $0 += duration }
  }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let wait = now.duration(to: deadline)
    slept.withLock { $0.append(wait) }
    advance(by: wait)
  }
}

/// A service, the time it lives in, and a client that signs with one of its keys.
struct TestBench {
  let time = TestTime()
  let service: EmulatedService
  let json: AWSJSONClient
  let client: AppStreamClient

  init(
    seed: Seed = .empty,
    rules: EmulatorRules? = nil,
    faults: [Fault] = [],
    key: EmulatorKeys.Key = EmulatorKeys.user,
    region: String = "eu-west-1"
  ) {
    let time = time
    service = EmulatedService(
      seed: seed,
      rules: rules,
      faults: faults,
      surroundings: EmulatorSurroundings(now: { time.date }, clock: time)
    )
    json = AWSJSONClient(
      targetPrefix: AppStreamClient.targetPrefix,
      endpoint: Self.endpoint,
      caller: Self.caller(key, "appstream", region, service, time)
    )
    client = .live(json)
  }

  static let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: 4566)

  /// Signs with `key` and sends to `transport`.
  static func caller(
    _ key: EmulatorKeys.Key,
    _ signingName: String,
    _ region: String,
    _ transport: any HTTPTransport,
    _ time: TestTime
  ) -> SignedCaller {
    SignedCaller(
      scope: SigningScope(region: region, service: signingName),
      credentials: FixedCredentials(key.credentials),
      transport: transport,
      context: CallContext(
        serviceClock: ServiceClock(now: { time.date }),
        clock: time,
        spread: { 0.5 },
        invocationID: { "invocation" }
      )
    )
  }
}
