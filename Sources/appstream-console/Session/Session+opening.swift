import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import Logging
import NetworkTransport
import Runs

extension Session {
  /// Opens the session that the options and the environment ask for.
  ///
  /// - Parameters:
  ///   - options: What was asked for on the command line.
  ///   - logger: The log; `nil` for the one that the options ask for.
  ///   - asking: Who asks the person for what credentials need.
  ///   - found: Is told of credentials that were found or renewed, and what time it was by AWS's clock.
  /// - Throws: ``CommandFailure`` when there is no profile, Region, endpoint or CA bundle that can be used. Credentials
  ///   are asked for at the first call.
  static func open(
    _ options: GlobalOptions,
    logger: Logger? = nil,
    asking: Asking = Asking(),
    found: @escaping @Sendable (Credentials, Date) -> Void = { _, _ in }
  ) throws -> Session {
    let logger = try logger ?? FileLog.logger(options)
    return options.demo ? demo(logger) : try live(options, asking, logger, found)
  }

  private static func live(
    _ options: GlobalOptions,
    _ asking: Asking,
    _ logger: Logger,
    _ found: @escaping @Sendable (Credentials, Date) -> Void
  ) throws -> Session {
    let environment = ProcessEnvironment.ofProcess
    do {
      let settings = try ClientSettings.resolve(
        .appStream,
        options: ClientOptions(
          profile: options.profile,
          region: options.region,
          endpointURL: options.endpointURL,
          caBundle: options.certificateAuthorityBundle
        ),
        environment: environment,
        files: LocalFiles()
      )
      let journals = try RunFiles.store(environment)
      // Last, since a transport that was made has to be shut down.
      let transport = try LiveTransport(
        connectTimeout: options.connectTimeout?.duration ?? .seconds(5),
        answerTimeout: options.readTimeout?.duration ?? .seconds(20),
        trustRoots: settings.caBundle,
        proxies: settings.proxies
      )
      // One for all calls: what one of them learns of AWS's time holds for the others.
      let serviceClock = ServiceClock(learnt: { ClockNotice.ofProcess.report($0) })
      var session = session(
        profileName: keysName(settings),
        profileNames: settings.profiles.names,
        region: settings.region,
        endpoint: settings.endpoint,
        stsEndpoint: settings.stsEndpoint,
        isEndpointCustom: settings.isEndpointCustom,
        isDemo: false,
        retries: settings.retries,
        answerTimeout: options.readTimeout?.duration ?? .seconds(20),
        journals: journals,
        credentials: credentials(settings, transport, asking, serviceClock, logger) {
          found($0, serviceClock.time)
        },
        transport: transport,
        serviceClock: serviceClock,
        logger: logger,
        close: { await transport.shutdown() }
      )
      session.loginCommand = settings.loginCommand
      return session
    } catch let error as ConfigurationError {
      throw CommandFailure(status(of: error), error.description)
    } catch let error as TrustRootsError {
      throw CommandFailure(.usage, error.description)
    }
  }

  /// What the keys are called on the screen: keys in the environment are not the profile's.
  private static func keysName(_ settings: ClientSettings) -> String {
    let areFromEnvironment = !settings.isProfileExplicit && settings.environment["AWS_ACCESS_KEY_ID"] != nil
    return areFromEnvironment ? "environment" : settings.profileName
  }

  /// A value that somebody mistyped is a matter of usage; everything else is about what the machine is set up for.
  private static func status(of error: ConfigurationError) -> ExitStatus {
    switch error {
    case .malformedRegion, .endpoint, .notBoolean, .variantOfCustomEndpoint, .notRetryMode, .notAttempts,
      .notRegionalEndpoints, .availabilityZone, .blankCABundle, .proxy:
      .usage
    case .unknownProfile, .noRegion, .file, .malformedFile, .flaw, .unknownServices: .unavailable
    }
  }

  private static func demo(_ logger: Logger) -> Session {
    let endpoint = Endpoint(scheme: .https, host: "demo.invalid")
    return session(
      profileName: "demo",
      profileNames: [],
      region: "eu-west-1",
      endpoint: endpoint,
      stsEndpoint: endpoint,
      isEndpointCustom: false,
      isDemo: true,
      retries: RetrySettings(),
      answerTimeout: .seconds(20),
      journals: MemoryJournals(),
      credentials: FixedCredentials(EmulatorKeys.user.credentials),
      transport: EmulatedService(
        seed: .demo,
        surroundings: EmulatorSurroundings(now: { Date() }, clock: ContinuousClock())
      ),
      serviceClock: ServiceClock(),
      logger: logger,
      close: {}
    )
  }

  private static func session(
    profileName: String,
    profileNames: [String],
    region: String,
    endpoint: Endpoint,
    stsEndpoint: Endpoint,
    isEndpointCustom: Bool,
    isDemo: Bool,
    retries: RetrySettings,
    answerTimeout: Duration,
    journals: any JournalStore,
    credentials: any CredentialProvider,
    transport: any HTTPTransport,
    serviceClock: ServiceClock,
    logger: Logger,
    close: @escaping @Sendable () async -> Void
  ) -> Session {
    let userAgent = UserAgent.current(retries.mode)
    @Sendable func caller(
      _ service: AWSService,
      _ run: RunID?,
      _ credentials: any CredentialProvider
    ) -> SignedCaller {
      SignedCaller(
        scope: service == .sts
          ? .sts(at: stsEndpoint, region: region) : SigningScope(region: region, service: service.signingName),
        credentials: credentials,
        transport: transport,
        context: CallContext(
          serviceClock: serviceClock,
          userAgent: userAgent.text(run: run.map { "\($0)" }),
          answerTimeout: answerTimeout,
          logger: logger
        )
      )
    }
    let quota = RetryQuota()
    let limiter = retries.mode == .adaptive ? SendingLimiter() : nil
    // In the adaptive mode reads are under the one limiter of all calls.
    let readLimiter = limiter ?? SendingLimiter()
    let gate = ReadGate()
    return Session(
      profileName: profileName,
      profileNames: profileNames,
      region: region,
      endpoint: endpoint,
      isEndpointCustom: isEndpointCustom,
      isDemo: isDemo,
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
}
