import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import Logging
import Runs

/// What a session is made of: where its calls go, and how each is signed, sent, sent again and logged.
struct Connection: Sendable {
  var process: ProcessContext
  var destination: Destination
  var endpoint: Endpoint
  var stsEndpoint: Endpoint
  var retries = RetrySettings()
  var answerTimeout: Duration = .seconds(20)
  var credentials: any CredentialProvider
  var transport: any HTTPTransport
  var serviceClock = ServiceClock()
  var logger: Logger
  var close: @Sendable () async -> Void = {}

  /// The emulator in this process, with invented people.
  static func demo(_ process: ProcessContext, _ logger: Logger) -> Connection {
    let endpoint = Endpoint(scheme: .https, host: "demo.invalid")
    return Connection(
      process: process,
      destination: Destination(
        profileName: "demo",
        region: "eu-west-1",
        endpoint: endpoint.description,
        isDemo: true
      ),
      endpoint: endpoint,
      stsEndpoint: endpoint,
      credentials: FixedCredentials(EmulatorKeys.user.credentials),
      transport: EmulatedService(
        seed: .demo,
        context: EmulatorContext(now: process.now, clock: ContinuousClock())
      ),
      logger: logger
    )
  }

  /// The session over it.
  func session(_ journals: any JournalStore) -> Session {
    let quota = RetryQuota()
    let limiter = retries.mode == .adaptive ? SendingLimiter() : nil
    // In the adaptive mode reads are under the one limiter of all calls.
    let readLimiter = limiter ?? SendingLimiter()
    let gate = ReadGate()
    return Session(
      process,
      destination,
      serviceClock: serviceClock,
      credentials: credentials,
      journals: journals,
      client: { run, credentials in
        .live(
          AWSJSONClient(
            targetPrefix: AppStreamClient.targetPrefix,
            endpoint: endpoint,
            caller: caller(.appStream, run, credentials),
            rules: RetryRules(maximumAttempts: retries.maximumAttempts),
            quota: quota,
            limiter: limiter,
            readLimiter: readLimiter
          )
        ).reading(through: gate)
      },
      sts: STSClient(endpoint: stsEndpoint, caller: caller(.sts, nil, credentials)),
      close: close
    )
  }

  private func caller(_ service: AWSService, _ run: RunID?, _ credentials: any CredentialProvider) -> SignedCaller {
    let region = destination.region
    return SignedCaller(
      scope: service == .sts
        ? .sts(at: stsEndpoint, region: region) : SigningScope(region: region, service: service.signingName),
      credentials: credentials,
      transport: transport,
      context: CallContext(
        serviceClock: serviceClock,
        userAgent: UserAgent.current(retries.mode).text(run: run.map { "\($0)" }),
        answerTimeout: answerTimeout,
        logger: logger
      )
    )
  }
}
