import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import NetworkTransport
import PlainText
import TerminalTesting

/// One for all tests and never shut down: it has to outlive every call, and it ends with the process.
private let transport = Result { try LiveTransport() }

/// An emulator that can be called.
protocol ReachableEmulator {
  /// Where it listens.
  var endpoint: Endpoint { get }
}

/// An emulator that somebody else holds.
struct EmulatorAddress: ReachableEmulator, Sendable {
  let endpoint: Endpoint
}

/// The emulator as a program of its own, on a port of its own, for as long as a test holds it.
final class LiveEmulator: ReachableEmulator {
  /// Where it listens.
  let endpoint: Endpoint
  private let process: EmulatorProcess

  /// Starts it with `arguments`, and with `faults` as its faults file.
  init(_ arguments: String..., faults: String? = nil) throws {
    var arguments = arguments
    for key in [EmulatorKeys.user, EmulatorKeys.role, EmulatorKeys.otherAccount] {
      SecretWatch.add(key.secretAccessKey, key.sessionToken ?? "")
    }
    let file = try faults.map { try TemporaryFile($0) }
    if let file { arguments += ["--faults", file.path] }
    process = try EmulatorProcess(arguments)
    endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: Int(process.port))
    // The emulator has read it by now.
    file?.remove()
  }
}

extension ReachableEmulator {
  /// The environment in which every AWS client finds it.
  var environment: [String: String] {
    [
      "AWS_ENDPOINT_URL": endpoint.description,
      "AWS_ACCESS_KEY_ID": EmulatorKeys.user.accessKeyID,
      "AWS_SECRET_ACCESS_KEY": EmulatorKeys.user.secretAccessKey,
      "AWS_REGION": "eu-west-1",
      "AWS_DEFAULT_REGION": "eu-west-1",
    ]
  }

  /// Calls any operation, as an administrator would to prepare a scene.
  func call(_ operation: String, _ input: JSONValue) async throws -> JSONValue {
    try await client().write(operation, input, returning: JSONValue.self).value
  }

  /// Who is on `stack` now, sorted.
  func users(on stack: String) async throws -> [String] {
    try await AppStreamClient.live(client()).describeUserStackAssociations.pages(.stack(stack)).all().map(\.userName)
      .sorted()
  }

  /// The requests so far, as the request log has them.
  func log() async throws -> [LoggedRequest] {
    try await logLines().map { try JSONDecoder().decode(LoggedRequest.self, from: Data($0.utf8)) }
  }

  /// The requests so far, with everything that the request log has.
  func rawLog() async throws -> [JSONValue] {
    try await logLines().map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
  }

  private func logLines() async throws -> [Substring] {
    let response = try await transport.get().send(
      HTTPRequest(method: "GET", endpoint: endpoint, path: "/_emulator/log")
    )
    SecretWatch.search(response.body, of: "the emulator's request log")
    return String(decoding: response.body, as: UTF8.self).split(separator: "\n")
  }

  /// The batches that were sent, in order, each as its associations.
  func batches(_ operation: String = "BatchDisassociateUserStack") async throws -> [[Association]] {
    try await log().filter { $0.operation == operation }.map { $0.input?.userStackAssociations ?? [] }
  }

  private func client() throws -> AWSJSONClient {
    AWSJSONClient(
      targetPrefix: AppStreamClient.targetPrefix,
      endpoint: endpoint,
      caller: SignedCaller(
        scope: SigningScope(region: "eu-west-1", service: AWSService.appStream.signingName),
        credentials: FixedCredentials(EmulatorKeys.user.credentials),
        transport: try transport.get(),
        context: CallContext(userAgent: "test")
      )
    )
  }
}

/// One line of the emulator's request log, as far as tests look at it.
struct LoggedRequest: Decodable {
  struct Input: Decodable {
    var userStackAssociations: [Association]?
    var stackName: String?

    private enum CodingKeys: String, CodingKey {
      case userStackAssociations = "UserStackAssociations"
      case stackName = "StackName"
    }
  }

  var operation: String
  var status: Int?
  var code: String?
  var input: Input?
}
