package import AWSClientCore
package import FoundationEssentials
package import InMemoryLogging
import Logging
import NetworkTransport
import PlainText
import Synchronization

/// A machine with files, an environment and services around it, on which credentials are looked for.
///
/// The time stands at 2026-11-22T14:02:15Z until a test moves it, or somebody waits.
package final class Machine: Sendable {
  /// How the services are reached.
  package enum Access: CaseIterable, Sendable {
    /// As a transport, without a socket.
    case inProcess
    /// Through the program's own transport and a loopback port.
    case overLoopback
  }

  /// The files.
  package let files = MemoryFiles()
  /// The programs.
  package let processes = ScriptedProcesses()
  /// The clock that waits are slept on.
  package let clock: TestClock
  /// What was logged.
  package let log = InMemoryLogHandler()
  /// The services.
  package let services: CredentialServices

  private let transport: any HTTPTransport
  private let port: Int
  private let person = Mutex<(code: String?, asked: [String])>(("123456-s3cret", []))

  private init(_ services: CredentialServices, _ clock: TestClock, _ transport: any HTTPTransport, port: Int) {
    self.services = services
    self.clock = clock
    self.transport = transport
    self.port = port
  }

  /// Runs `body` on a machine with these files.
  ///
  /// - Parameters:
  ///   - access: How the services are reached.
  ///   - config: The content of `~/.aws/config`.
  ///   - keys: The content of `~/.aws/credentials`.
  package static func run(
    _ access: Access = .inProcess,
    config: String = "",
    keys: String = "",
    _ body: (Machine) async throws -> Void
  ) async throws {
    let clock = TestClock(TestTime(Date(timeIntervalSince1970: 1_795_356_135)))
    let services = CredentialServices { clock.time.date }
    func begin(_ machine: Machine) async throws {
      machine.files["/home/ana/.aws/config"] = config
      machine.files["/home/ana/.aws/credentials"] = keys
      try await body(machine)
    }
    switch access {
    case .inProcess:
      try await begin(Machine(services, clock, services, port: 1))
    case .overLoopback:
      try await ServicesServer.run(services) { port in
        let transport = try LiveTransport()
        do {
          try await begin(Machine(services, clock, transport, port: port))
        } catch {
          await transport.shutdown()
          throw error
        }
        await transport.shutdown()
      }
    }
  }

  /// The address of a service.
  package func address(_ service: CredentialServices.Service) -> String {
    "http://127.0.0.1:\(port)/\(service.rawValue)"
  }

  /// Lets time go by.
  package func pass(_ seconds: TimeInterval) {
    clock.time.advance(by: .seconds(seconds))
  }

  /// The time.
  package var now: Date { clock.time.date }

  /// Has the person type this code from now on; `nil` when nobody is there.
  package func type(_ code: String?) {
    person.withLock { $0.code = code }
  }

  /// The devices whose codes were asked for.
  package var devicesAsked: [String] { person.withLock(\.asked) }

  /// Looks for credentials, once.
  ///
  /// - Parameters:
  ///   - profile: The profile that was chosen by hand.
  ///   - variables: The environment, in addition to `HOME` and the address of the instance's metadata.
  ///   - refused: The access key id that a service has refused.
  package func credentials(
    profile: String? = nil,
    _ variables: [String: String] = [:],
    refusing refused: String? = nil
  ) async throws -> Credentials {
    try await provider(profile: profile, variables).credentials(CredentialSearch(refusing: refused))
  }

  /// The chain for a profile and an environment.
  package func provider(profile: String? = nil, _ variables: [String: String] = [:]) throws -> StandardCredentials {
    let own = ["HOME": "/home/ana", "AWS_EC2_METADATA_SERVICE_ENDPOINT": address(.imds)]
    let settings = try ClientSettings.resolve(
      .sts,
      options: ClientOptions(profile: profile, region: "eu-west-1"),
      environment: ProcessEnvironment(variables: own.merging(variables) { $1 }),
      files: files
    )
    var context = context
    context.calls.maximumAttempts = settings.retries.maximumAttempts
    return StandardCredentials(CredentialSettings(settings), context)
  }

  /// What the sources take from outside.
  package var context: CredentialContext {
    CredentialContext(
      program: "tests",
      calls: calls,
      network: CredentialContext.Network(
        transport: transport,
        // A machine that is busy with other tests answers late; the limits have tests of their own.
        metadataTransport: { [transport] in TimeLimitedTransport(transport, limit: max($0, .seconds(60))) },
        endpoint: { [self] (service, region) throws(ConfigurationError) in try endpoint(service) }
      ),
      host: CredentialContext.Host(files: files, caches: files, processes: processes),
      mfaCode: { [self] serial in
        person.withLock { person in
          person.asked.append(serial)
          return person.code.map(Secret.init)
        }
      }
    )
  }

  /// The clocks and the log.
  package var calls: CallContext {
    let log = log
    var logger = Logger(label: "tests") { _ in log }
    logger.logLevel = .trace
    return CallContext(
      serviceClock: ServiceClock(now: { [clock] in clock.time.date }),
      clock: clock,
      spread: { 0.5 },
      userAgent: "tests",
      logger: logger
    )
  }

  private func endpoint(_ service: AWSService) throws(ConfigurationError) -> Endpoint {
    let path: CredentialServices.Service =
      switch service {
      case .sso: .sso
      case .ssoOIDC: .oidc
      case .signIn: .signin
      default: .sts
      }
    return Endpoint(scheme: .http, host: "127.0.0.1", port: port, path: "/\(path.rawValue)")
  }
}
