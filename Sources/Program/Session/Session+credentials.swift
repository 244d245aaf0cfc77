import AWSClientCore
import Logging
import NetworkTransport

extension Session {
  /// The credentials that the settings lead to, looked for at the first call and renewed before they end.
  static func credentials(
    _ settings: ClientSettings,
    _ transport: LiveTransport,
    _ asking: Asking,
    _ serviceClock: ServiceClock,
    _ logger: Logger,
    found: @escaping @Sendable (Credentials) -> Void
  ) -> any CredentialProvider {
    let calls = CallContext(
      serviceClock: serviceClock,
      userAgent: UserAgent.current(settings.retries.mode).text(run: nil),
      maximumAttempts: settings.retries.maximumAttempts,
      logger: logger
    )
    let context = CredentialContext(
      program: "appstream-console",
      calls: calls,
      network: CredentialContext.Network(
        transport: transport,
        metadataTransport: { TimeLimitedTransport(transport.direct, limit: $0) },
        endpoint: { (service, region) throws(ConfigurationError) in try settings.endpoint(of: service, in: region) }
      ),
      host: CredentialContext.Host(
        files: LocalFiles(),
        caches: PrivateFiles(),
        processes: LiveProcesses(sharesTerminal: { asking.letsProgramsAsk })
      ),
      mfaCode: { await asking.mfaCode($0) }
    )
    let standard = StandardCredentials(CredentialSettings(settings), context)
    return RenewingCredentials(calls, found: found) { (search) async throws(CredentialError) in
      try await standard.credentials(search)
    }
  }
}
