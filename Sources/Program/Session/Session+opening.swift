import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import Logging
import NetworkTransport
import PlainText
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
    in process: ProcessContext,
    logger: Logger? = nil,
    asking: Asking = Asking(),
    found: @escaping @Sendable (Credentials, Date) -> Void = { _, _ in }
  ) throws -> Session {
    let logger = try logger ?? FileLog.logger(options)
    return options.demo
      ? Connection.demo(process, logger).session(MemoryJournals())
      : try live(options, process, asking, logger, found)
  }

  private static func live(
    _ options: GlobalOptions,
    _ process: ProcessContext,
    _ asking: Asking,
    _ logger: Logger,
    _ found: @escaping @Sendable (Credentials, Date) -> Void
  ) throws -> Session {
    do {
      let settings = try ClientSettings.resolve(
        .appStream,
        options: ClientOptions(
          profile: options.profile,
          region: options.region,
          endpointURL: options.endpointURL,
          caBundle: options.certificateAuthorityBundle
        ),
        environment: process.environment,
        files: process.files
      )
      let journals = try RunFiles.store(process.environment)
      let answerTimeout = options.readTimeout?.duration ?? .seconds(20)
      // Last, since a transport that was made has to be shut down.
      let transport = try LiveTransport(
        connectTimeout: options.connectTimeout?.duration ?? .seconds(5),
        answerTimeout: answerTimeout,
        trustRoots: settings.caBundle,
        proxies: settings.proxies
      )
      // One for all calls: what one of them learns of AWS's time holds for the others.
      let serviceClock = ServiceClock(learnt: { process.clockNotice.report($0) })
      return Connection(
        process: process,
        destination: settings.destination,
        endpoint: settings.endpoint,
        stsEndpoint: settings.stsEndpoint,
        retries: settings.retries,
        answerTimeout: answerTimeout,
        credentials: credentials(settings, transport, asking, serviceClock, logger) { found($0, serviceClock.time) },
        transport: transport,
        serviceClock: serviceClock,
        logger: logger,
        close: { await transport.shutdown() }
      ).session(journals)
    } catch let error as ConfigurationError {
      throw CommandFailure(status(of: error), "\(error)")
    } catch let error as TrustRootsError {
      throw CommandFailure(.usage, "\(error)")
    }
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
}

extension ClientSettings {
  /// Where they lead, by the names that a person knows them by.
  fileprivate var destination: Destination {
    // Credentials in the environment are not the profile's.
    let areFromEnvironment = !isProfileExplicit && environment["AWS_ACCESS_KEY_ID"] != nil
    return Destination(
      profileName: areFromEnvironment ? nil : profileName,
      profileNames: profiles.names,
      accounts: profiles.accounts,
      region: region,
      endpoint: endpoint.description,
      isEndpointCustom: isEndpointCustom,
      loginCommand: loginCommand
    )
  }
}

extension Session {
  /// Does `work` in a session where the run of `plan` was: its Region and its endpoint, whatever is set now.
  ///
  /// - Throws: ``CommandFailure``: with status 4 when the command line asks for another Region or endpoint than the
  ///   run's; and what `work` throws.
  static func with<Value>(
    _ global: GlobalOptions,
    in process: ProcessContext,
    for plan: Plan,
    _ work: (Session) async throws -> Value
  ) async throws -> Value {
    var options = global
    let asked = Place(account: nil, region: global.region ?? plan.region, endpoint: plan.endpoint)
    if let difference = asked.difference(from: plan) { throw CommandFailure(.elsewhere(.run, difference)) }
    options.region = plan.region
    let session = try open(options, in: process)
    guard let difference = session.destination.place(in: nil).difference(from: plan) else {
      return try await session.closing(after: work)
    }
    await session.close()
    if global.endpointURL != nil { throw CommandFailure(.elsewhere(.run, difference)) }
    options.endpointURL = plan.endpoint
    return try await with(options, in: process, work)
  }
}
