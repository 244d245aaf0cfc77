/// Every profile, SSO session and services section in AWS's two shared files.
///
/// Rules: botocore 1.43's `configloader.py` and `session.py:full_config`.
public struct Profiles: Sendable, Equatable {
  /// The name of the profile that is used when none is named.
  public static let defaultName = "default"

  /// Where the configuration file is; `nil` when there is no home directory to look in.
  public let configPath: String?
  /// Where the credentials file is; `nil` when there is no home directory to look in.
  public let credentialsPath: String?
  /// The profiles' names: those of the configuration file in its order, then those that only have credentials.
  public let names: [String]
  private let profiles: [String: Profile]
  private let ssoSessions: [String: ConfigFile.Section]
  private let services: [String: ConfigFile.Section]

  /// Reads both files; one that does not exist is as an empty one.
  ///
  /// The paths are `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE`, or `~/.aws/config` and `~/.aws/credentials`.
  ///
  /// - Throws: ``ConfigurationError`` when a file cannot be read or has a bad line.
  public init(environment: ProcessEnvironment, files: some FileReading) throws(ConfigurationError) {
    configPath = environment.expanding(environment["AWS_CONFIG_FILE"] ?? "~/.aws/config")
    credentialsPath = environment.expanding(environment["AWS_SHARED_CREDENTIALS_FILE"] ?? "~/.aws/credentials")
    let config = NamedSections(try Self.load(configPath, files))
    let credentials = try Self.load(credentialsPath, files)?.sectionsWithDefaults ?? []
    let credentialsByName = Dictionary(credentials.map { ($0.name, $0) }) { first, _ in first }
    names = config.profileNames + credentials.map(\.name).filter { config.profiles[$0] == nil }
    profiles = names.reduce(into: [:]) { profiles, name in
      profiles[name] = Profile(
        name: name,
        inConfigFile: config.profiles[name],
        inCredentialsFile: credentialsByName[name]
      )
    }
    ssoSessions = config.ssoSessions
    services = config.services
  }

  /// The profile called `name`, or `nil` when neither file has it.
  public func profile(named name: String) -> Profile? { profiles[name] }

  /// The section `[sso-session NAME]`.
  public func ssoSession(named name: String) -> ConfigFile.Section? { ssoSessions[name] }

  /// The section `[services NAME]`.
  public func services(named name: String) -> ConfigFile.Section? { services[name] }

  private static func load(_ path: String?, _ files: some FileReading) throws(ConfigurationError) -> ConfigFile? {
    guard let path else { return nil }
    let bytes: [UInt8]?
    do throws(FileError) { bytes = try files.contents(of: path) } catch { throw .file(error) }
    guard let bytes else { return nil }
    do throws(ConfigFileError) {
      return try ConfigFile(parsing: bytes, path: path)
    } catch {
      throw .malformedFile(error)
    }
  }
}
