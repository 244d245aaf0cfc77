import FoundationEssentials
import PlainText

/// The credentials of roles that the AWS CLI keeps in `~/.aws/cli/cache`; they are read, never written.
///
/// With a role that asks for an MFA code, this saves the person a code that they have just typed.
struct RoleCache {
  /// Less than this is no use: such credentials would be renewed at once.
  private static let shortestLife: TimeInterval = 15 * 60

  private let directory: String?
  private let refusedKeyID: String?
  private let context: CredentialContext

  init(_ settings: CredentialSettings, _ context: CredentialContext) {
    directory = settings.environment.home.map { "\($0)/.aws/cli/cache" }
    refusedKeyID = settings.search.refusedKeyID
    self.context = context
  }

  /// The credentials of `role` that are good for a while yet, or `nil`.
  func credentials(_ role: RoleRequest) -> Credentials? {
    guard let directory else { return nil }
    let path = "\(directory)/\(role.cacheKey).json"
    // What is in a cache and cannot be used is as what is not in it: the role is then taken on anew.
    guard
      let content = try? context.host.files.contents(of: path),
      let entry = try? JSONDecoder().decodeForeign(Entry.self, from: content),
      let found = try? entry.received.credentials(.temporary, source: path),
      let end = found.expiration,
      end.timeIntervalSince(context.calls.serviceClock.time) >= Self.shortestLife,
      found.accessKeyID != refusedKeyID
    else { return nil }
    return found
  }

  private struct Entry: Decodable {
    let received: ReceivedCredentials

    private enum CodingKeys: String, CodingKey {
      case received = "Credentials"
    }
  }
}
