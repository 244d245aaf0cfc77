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
  /// - Throws: ``CommandFailure`` when there is no profile, Region, endpoint or CA bundle that can be used. Credentials
  ///   are asked for at the first call.
  static func open(_ options: GlobalOptions) throws -> Session {
    let logger = try FileLog.logger(options)
    return options.demo ? demo(logger) : try live(options, logger)
  }

  private static func live(_ options: GlobalOptions, _ logger: Logger) throws -> Session {
    let environment = ProcessEnvironment(variables: currentEnvironment())
    do {
      let settings = try ClientSettings.resolve(
        options: ClientOptions(
          profile: options.profile,
          region: options.region,
          endpointURL: options.endpointURL,
          caBundle: options.certificateAuthorityBundle
        ),
        environment: environment,
        files: LocalFiles()
      )
      let transport = try LiveTransport(trustRoots: settings.caBundle)
      let credentials = CredentialChain.standard(settings)
      return session(
        profileName: keysName(settings),
        region: settings.region,
        endpoint: settings.appStreamEndpoint,
        stsEndpoint: settings.stsEndpoint,
        isEndpointCustom: settings.isEndpointCustom,
        isDemo: false,
        credentials: credentials,
        transport: transport,
        logger: logger,
        close: { await transport.shutdown() }
      )
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
    case .malformedRegion, .endpoint, .notBoolean, .variantOfCustomEndpoint: .usage
    case .unknownProfile, .noRegion, .file, .malformedFile, .unknownServices: .unavailable
    }
  }

  private static func demo(_ logger: Logger) -> Session {
    let endpoint = Endpoint(scheme: .https, host: "demo.invalid")
    return session(
      profileName: "demo",
      region: "eu-west-1",
      endpoint: endpoint,
      stsEndpoint: endpoint,
      isEndpointCustom: false,
      isDemo: true,
      credentials: FixedCredentials(EmulatorKeys.user.credentials),
      transport: EmulatedService(
        seed: .demo,
        surroundings: EmulatorSurroundings(now: { Date() }, clock: ContinuousClock())
      ),
      logger: logger,
      close: {}
    )
  }

  private static func session(
    profileName: String,
    region: String,
    endpoint: Endpoint,
    stsEndpoint: Endpoint,
    isEndpointCustom: Bool,
    isDemo: Bool,
    credentials: any CredentialProvider,
    transport: any HTTPTransport,
    logger: Logger,
    close: @escaping @Sendable () async -> Void
  ) -> Session {
    let context = CallContext(userAgent: "appstream-console/\(Version.text)", logger: logger)
    func caller(_ service: String) -> SignedCaller {
      SignedCaller(
        scope: SigningScope(region: region, service: service),
        credentials: credentials,
        transport: transport,
        context: context
      )
    }
    return Session(
      profileName: profileName,
      region: region,
      endpoint: endpoint,
      isEndpointCustom: isEndpointCustom,
      isDemo: isDemo,
      credentials: credentials,
      client: .live(
        AWSJSONClient(
          targetPrefix: AppStreamClient.targetPrefix,
          endpoint: endpoint,
          caller: caller(AppStreamClient.signingName)
        )
      ).limitingReads(to: EstateReader.readsInFlight),
      sts: STSClient(endpoint: stsEndpoint, caller: caller("sts")),
      close: close
    )
  }
}
