import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import PlainText
import TerminalTesting
import TestSupport
import Testing

/// The two ways in which the emulator can be had; the contract holds for both.
enum ServiceUnderTest: CaseIterable, Sendable {
  case inProcess, overLoopback

  /// What a test of the contract works with.
  struct Access {
    let client: AppStreamClient
    let transport: any HTTPTransport
    /// The text of `GET /_emulator/log`.
    let log: () async throws -> [JSONValue]
  }

  /// Runs `body` against a service with the seed of this name and this faults file.
  ///
  /// - Parameter answerLimit: After how many seconds the client gives a response up. A busy machine takes its time, so
  ///   only a test of responses that never come asks for less than the usual ones.
  func run(
    seed: String,
    faults: String = "{}",
    answerLimit: Double = SocketConnection.usualAnswerLimit,
    _ body: (Access) async throws -> Void
  ) async throws {
    switch self {
    case .inProcess:
      let file = try FaultsFile(parsing: Array(faults.utf8))
      let service = EmulatedService(
        seed: try Seed(parsing: seed),
        rules: file.rules,
        faults: file.faults,
        keys: file.keys,
        context: EmulatorContext(
          now: { Date() },
          clock: ContinuousClock(),
          randomSeed: file.randomSeed,
          answerLimit: .seconds(answerLimit)
        )
      )
      try await body(access(service, port: 80))
    case .overLoopback:
      let directory = try Scratch()
      let file = try directory.file("faults.json", faults)
      let process = try EmulatorProcess(["--seed", seed, "--faults", file])
      try await body(access(SocketTransport(port: process.port, answerLimit: answerLimit), port: Int(process.port)))
      // It would end with its last use.
      withExtendedLifetime(process) {}
    }
  }

  private func access(_ transport: any HTTPTransport, port: Int) -> Access {
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: port)
    let caller = SignedCaller(
      scope: SigningScope(region: "eu-west-1", service: AWSService.appStream.signingName),
      credentials: FixedCredentials(EmulatorKeys.user.credentials),
      transport: transport,
      context: CallContext(userAgent: "contract")
    )
    let client = AWSJSONClient(
      targetPrefix: AppStreamClient.targetPrefix,
      endpoint: endpoint,
      caller: caller,
      rules: RetryRules(maximumAttempts: 1)
    )
    return Access(client: .live(client), transport: transport) {
      let request = HTTPRequest(method: "GET", endpoint: endpoint, path: "/_emulator/log")
      let lines = try await transport.send(request).body.split(separator: UInt8(ascii: "\n"))
      return try lines.map { try JSONDecoder().decode(JSONValue.self, from: Data($0)) }
    }
  }
}
