/// What is set for one profile, in the configuration file and in the credentials file.
///
/// Values are kept out of descriptions and dumps, since some of them are secrets.
public struct Profile: Sendable, Equatable {
  /// The profile's name.
  public let name: String
  /// Its section in the configuration file, if there is one.
  public let inConfigFile: ConfigFile.Section?
  /// Its section in the credentials file, if there is one.
  public let inCredentialsFile: ConfigFile.Section?

  /// Makes a profile of its sections; one that is in neither file has no settings.
  public init(
    name: String,
    inConfigFile: ConfigFile.Section? = nil,
    inCredentialsFile: ConfigFile.Section? = nil
  ) {
    self.name = name
    self.inConfigFile = inConfigFile
    self.inCredentialsFile = inCredentialsFile
  }

  /// The value of `key`, where it is set and not empty; the credentials file has precedence over the configuration
  /// file (botocore's `session.py:full_config`).
  public subscript(key: String) -> String? {
    guard let text = written(key), !text.isEmpty else { return nil }
    return text
  }

  /// The number of the account that it leads to, where its settings say so: that of its role, or else of IAM Identity
  /// Center.
  public var account: String? {
    guard let role = self["role_arn"] else { return self["sso_account_id"] ?? self["aws_account_id"] }
    let parts = role.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 4 && !parts[4].isEmpty ? String(parts[4]) : nil
  }

  /// The value of `key` as it stands, which may be empty; `nil` where the key is not there.
  func written(_ key: String) -> String? { (inCredentialsFile?[key] ?? inConfigFile?[key])?.text }
}
