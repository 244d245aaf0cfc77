import FoundationEssentials
import PlainText

/// The operation of IAM Identity Center's token service that renews an access token.
///
/// https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html
struct SSOTokenService {
  let endpoint: Endpoint
  let caller: TokenCaller

  /// What a renewal gives.
  struct Renewed: Decodable {
    let accessToken: Secret
    let refreshToken: Secret?
    /// In seconds.
    let expiresIn: Double

    private enum Member: CodingKey {
      case accessToken, refreshToken, expiresIn
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Member.self)
      accessToken = Secret(try members.decode(String.self, forKey: .accessToken))
      refreshToken = try members.decodeIfPresent(String.self, forKey: .refreshToken).map(Secret.init)
      expiresIn = try members.decode(Double.self, forKey: .expiresIn)
    }
  }

  /// A new access token for the refresh token of an older one.
  func renew(_ refreshToken: Secret, client: SSOToken.Client) async throws(ServiceError) -> Renewed {
    let operation = "CreateToken"
    let members: [String: JSONValue] = [
      "clientId": .string(client.id.exposed),
      "clientSecret": .string(client.secret.exposed),
      "grantType": .string("refresh_token"),
      "refreshToken": .string(refreshToken.exposed),
    ]
    let request = HTTPRequest(
      endpoint: endpoint,
      path: endpoint.path.appendingPath("token"),
      headers: ["Content-Type": "application/json"],
      body: JSONValue.object(members).bytes
    )
    let response = try await caller.send(
      request,
      operation: operation,
      secrets: [client.id, client.secret, refreshToken]
    )
    guard
      let renewed = try? JSONDecoder().decodeForeign(Renewed.self, from: response.body),
      WrittenCredentials.canBeInHeader(renewed.accessToken.exposed)
    else {
      throw .unreadable(operation: operation, reason: "the body is \(ErrorResponse.bodyKind(response))", requestID: nil)
    }
    return renewed
  }
}

extension JSONValue {
  /// The value as JSON text, its members in the order of their names.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Only a number that JSON has no way to write could fail, and no such number gets into one of these.
    return (try? encoder.encode(self)).map(Array.init) ?? []
  }
}
