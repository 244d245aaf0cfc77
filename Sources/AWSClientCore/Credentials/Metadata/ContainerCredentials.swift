import Algorithms
import FoundationEssentials
import PlainText

/// The credentials that ECS and EKS give to what runs in a container.
///
/// Rules: botocore's `credentials.py:ContainerProvider` and `utils.py:ContainerMetadataFetcher`.
struct ContainerCredentials: CredentialSource {
  private static let limit: Duration = .seconds(2)
  private static let attempts = 3

  let name = "the container's environment"
  private let environment: ProcessEnvironment
  private let context: CredentialContext

  /// `nil` where the environment names no place to ask.
  init?(_ settings: CredentialSettings, _ context: CredentialContext) {
    guard ContainerEndpoint.isIn(settings.environment) else { return nil }
    environment = settings.environment
    self.context = context
  }

  func credentials() async throws(CredentialError) -> Credentials? {
    let place = try ContainerEndpoint(environment, source: name)
    var request = HTTPRequest(
      method: "GET",
      endpoint: place.endpoint,
      query: place.query,
      headers: ["Accept": "application/json", "User-Agent": context.calls.userAgent]
    )
    request.headers["Authorization"] = try authorization()?.exposed
    let transport = context.network.metadataTransport(Self.limit)
    var failure = ""
    for attempt in 1...Self.attempts {
      switch await Self.outcome(request, transport) {
      case .credentials(let received): return try received.credentials(.temporary, source: name)
      case .failure(let reason): failure = reason
      }
      guard attempt < Self.attempts else { break }
      // Whoever cancels hears of the failure that there was.
      guard (try? await context.calls.clock.sleep(for: .seconds(1))) != nil else { break }
    }
    throw .unusable(source: name, reason: failure)
  }

  private enum Outcome {
    case credentials(ReceivedCredentials)
    /// Why there are none, as a clause.
    case failure(String)
  }

  private static func outcome(_ request: HTTPRequest, _ transport: any HTTPTransport) async -> Outcome {
    let host = request.endpoint.host
    do throws(TransportError) {
      let response = try await transport.send(request)
      guard response.status == 200 else { return .failure("\(host) answered with status \(response.status)") }
      guard let received = try? JSONDecoder().decodeForeign(ReceivedCredentials.self, from: response.body) else {
        return .failure("the response of \(host) holds no credentials")
      }
      return .credentials(received)
    } catch {
      return .failure(String("\(error)".trimmingSuffix { $0 == "." }))
    }
  }

  /// The token to show, as it is now: whoever writes the file replaces it before it ends.
  private func authorization() throws(CredentialError) -> Secret? {
    let variable = "AWS_CONTAINER_AUTHORIZATION_TOKEN"
    var token = environment[variable].map(Secret.init)
    var place = variable
    if let path = environment["\(variable)_FILE"] {
      let content: [UInt8]?
      do throws(FileError) {
        content = try context.host.files.contents(of: path)
      } catch {
        throw .unusable(source: name, reason: error.clause)
      }
      guard let content else { throw .unusable(source: name, reason: "the token file \(path) does not exist") }
      token = Secret(String(decoding: content, as: UTF8.self))
      place = "the token file \(path)"
    }
    // A line break would let whoever set the token write headers of their own.
    guard token?.exposed.utf8.allSatisfy((UInt8(ascii: " ")...UInt8(ascii: "~")).contains) ?? true else {
      throw .unusable(source: name, reason: "\(place) holds a line break or another character that no header has")
    }
    return token
  }
}
