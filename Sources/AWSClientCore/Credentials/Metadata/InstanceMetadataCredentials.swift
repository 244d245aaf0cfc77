import Algorithms
import FoundationEssentials
import Logging
import PlainText

/// The credentials of the role that an EC2 instance has.
///
/// Rules: botocore's `utils.py:InstanceMetadataFetcher`; unlike there, an instance that says why it has no credentials
/// is heard, rather than passed over.
struct InstanceMetadataCredentials: CredentialSource {
  private static let path = "latest/meta-data/iam/security-credentials/"

  let name = "the instance metadata"
  private let settings: CredentialSettings
  private let context: CredentialContext

  /// `nil` where the environment forbids to ask.
  init?(_ settings: CredentialSettings, _ context: CredentialContext) {
    guard !MetadataSettings.areOff(settings.environment) else { return nil }
    self.settings = settings
    self.context = context
  }

  func credentials() async throws(CredentialError) -> Credentials? {
    let metadata = try MetadataSettings(settings, source: name)
    let client = MetadataClient(
      settings: metadata,
      transport: context.network.metadataTransport(metadata.limit),
      userAgent: context.calls.userAgent
    )
    let session = await client.session()
    switch session {
    case .absent, .refused: return nil
    case .none where metadata.needsToken:
      throw unusable("the instance gives no session token, and AWS_EC2_METADATA_V1_DISABLED forbids to ask without one")
    case .none, .token: break
    }
    guard let role = await client.text(of: Self.path, session) else { return nil }
    let roleName = PercentEncoding.encode(String(role.trimmingSuffix(while: \.isWhitespace)), keeping: "/+=,@")
    guard let text = await client.text(of: Self.path + roleName, session, isWhole: Self.isJSON) else { return nil }
    let content = Data(text.utf8)
    if let failure = try? JSONDecoder().decodeForeign(Failure.self, from: content), failure.code != "Success" {
      let reason = "\(ErrorResponse.firstParagraph(failure.message)) (\(failure.code))"
      throw unusable("the instance has no credentials for its role: \(Line(session.redaction.cleaned(reason)))")
    }
    guard let answer = try? JSONDecoder().decodeForeign(ReceivedCredentials.self, from: content) else {
      throw unusable("the response holds no credentials")
    }
    guard let credentials = try credentials(answer) else {
      context.calls.logger.warning("the instance's credentials are not complete and are passed over")
      return nil
    }
    return extended(credentials)
  }

  /// A response that was cut on its way is as none, and asked for again where that is allowed.
  private static func isJSON(_ text: String) -> Bool {
    do {
      _ = try JSONDecoder().decodeForeign(JSONValue.self, from: Data(text.utf8))
      return true
    } catch {
      return false
    }
  }

  /// `nil` where a member is missing; a session token that is empty is there, and no part of the credentials.
  private func credentials(_ answer: ReceivedCredentials) throws(CredentialError) -> Credentials? {
    guard
      answer.accessKeyID?.isEmpty == false, answer.secretAccessKey?.exposed.isEmpty == false,
      answer.sessionToken != nil, answer.expiration != nil
    else { return nil }
    return try answer.credentials(.any, source: name)
  }

  /// Credentials that should have been replaced by now are used a while longer: the service that replaces them may be
  /// ill, and AWS then accepts the old ones (botocore's `_evaluate_expiration`).
  private func extended(_ credentials: Credentials) -> Credentials {
    guard let end = credentials.expiration else { return credentials }
    let now = context.calls.serviceClock.time
    let margin: TimeInterval = 15 * 60 + 120 + context.calls.spread() * 480
    guard now >= end.addingTimeInterval(-margin) else { return credentials }
    context.calls.logger.notice("the instance's credentials are old and are used a while longer")
    var credentials = credentials
    credentials.expiration = now.addingTimeInterval(margin)
    return credentials
  }

  private struct Failure: Decodable {
    let code: String
    let message: String

    private enum CodingKeys: String, CodingKey {
      case code = "Code"
      case message = "Message"
    }
  }

  private func unusable(_ reason: String) -> CredentialError {
    .unusable(source: name, reason: reason)
  }
}
