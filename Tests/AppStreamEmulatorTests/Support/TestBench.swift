import AWSClientCore
import AppStream
import AppStreamEmulator
import TestSupport

/// A service, the time it lives in, and a client that signs with one of its keys.
struct TestBench {
  let clock = TestClock()
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
    let clock = clock
    service = EmulatedService(
      seed: seed,
      rules: rules,
      faults: faults,
      context: EmulatorContext(now: { clock.time.date }, clock: clock)
    )
    json = AWSJSONClient(
      targetPrefix: AppStreamClient.targetPrefix,
      endpoint: Self.endpoint,
      caller: Self.caller(key, "appstream", region, service, clock)
    )
    client = .live(json)
  }

  /// The time that the service lives in.
  var time: TestTime { clock.time }

  static let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: 4566)

  /// Signs with `key` and sends to `transport`.
  static func caller(
    _ key: EmulatorKeys.Key,
    _ signingName: String,
    _ region: String,
    _ transport: any HTTPTransport,
    _ clock: TestClock
  ) -> SignedCaller {
    SignedCaller(
      scope: SigningScope(region: region, service: signingName),
      credentials: FixedCredentials(key.credentials),
      transport: transport,
      context: CallContext(
        serviceClock: ServiceClock(now: { clock.time.date }),
        clock: clock,
        spread: { 0.5 },
        invocationID: { "invocation" }
      )
    )
  }
}
