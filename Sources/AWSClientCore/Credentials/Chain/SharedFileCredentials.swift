/// Credentials in one of AWS's two shared files.
///
/// Rules: botocore's `credentials.py:SharedCredentialProvider` and `ConfigProvider`.
public struct SharedFileCredentials: CredentialSource {
  /// Which of the two files.
  public enum File: Sendable {
    /// `~/.aws/credentials`, or the file that `AWS_SHARED_CREDENTIALS_FILE` names.
    case credentials
    /// `~/.aws/config`, or the file that `AWS_CONFIG_FILE` names.
    case config
  }

  /// The profile and the file's path.
  public let name: String
  private let section: ConfigFile.Section?

  /// Looks into the section of the chosen profile in `file`.
  public init(_ file: File, of settings: CredentialSettings) {
    switch file {
    case .credentials:
      section = settings.profile.inCredentialsFile
      let place = "profile \(settings.profileName) in \(settings.profiles.credentialsPath ?? "~/.aws/credentials")"
      // Whoever set up one of these will think that the credentials come from there.
      let later = ["login_session", "credential_process"].first { settings.profile[$0] != nil }
      let isShadowing = section?["aws_access_key_id"]?.text.isEmpty == false
      name = place + (isShadowing ? later.map { ", which go before its \($0)" } ?? "" : "")
    case .config:
      section = settings.profile.inConfigFile
      name = "profile \(settings.profileName) in \(settings.profiles.configPath ?? "~/.aws/config")"
    }
  }

  /// The credentials of the profile in this file, or `nil` without them.
  ///
  /// - Throws: ``CredentialError/unusable(source:reason:)`` when one of a pair is missing or malformed.
  public func credentials() async throws(CredentialError) -> Credentials? {
    let token = ["aws_security_token", "aws_session_token"].first { section?[$0]?.text.isEmpty == false }
    return try WrittenCredentials(source: name).credentials(
      id: part("aws_access_key_id"),
      secret: part("aws_secret_access_key"),
      token: token.map(part)
    )
  }

  private func part(_ key: String) -> WrittenCredentials.Part {
    WrittenCredentials.Part(name: key, value: section?[key]?.text)
  }
}
