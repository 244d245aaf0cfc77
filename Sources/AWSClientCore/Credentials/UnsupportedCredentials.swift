/// A way to credentials that a profile or the environment asks for and that this program does not go.
///
/// It stands in the chain where that way would, and stops there: keys that come later belong to another identity.
struct UnsupportedCredentials: CredentialSource {
  /// Where the setting is, such as `profile ops`.
  let name: String
  /// The setting that asks for it.
  let setting: String
  /// What it asks for.
  let way: String

  func credentials() async throws(CredentialError) -> Credentials? {
    throw .unusable(
      source: name,
      reason: "\(setting) asks for \(way), which is not supported; choose another profile with --profile"
    )
  }
}
