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
  private let config: ConfigFile?
  private let credentials: ConfigFile?
  private let profiles: [String: Profile]
  private let ssoSessions: [String: ConfigFile.Section]
  private let services: [String: ConfigFile.Section]
  private let flaws: [SectionName: SectionFlaw]

  /// Reads both files; one that does not exist is as an empty one.
  ///
  /// The paths are `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE`, or `~/.aws/config` and `~/.aws/credentials`.
  ///
  /// - Throws: ``ConfigurationError`` when a file cannot be read or has a bad line.
  public init(environment: ProcessEnvironment, files: some FileReading) throws(ConfigurationError) {
    configPath = environment.expanding(environment["AWS_CONFIG_FILE"] ?? "~/.aws/config")
    credentialsPath = environment.expanding(environment["AWS_SHARED_CREDENTIALS_FILE"] ?? "~/.aws/credentials")
    config = try Self.load(configPath, files)
    credentials = try Self.load(credentialsPath, files)
    let named = NamedSections(config)
    let inCredentials = credentials?.sectionsWithDefaults ?? []
    let credentialsByName = Dictionary(inCredentials.map { ($0.name, $0) }) { first, _ in first }
    names = named.profileNames + inCredentials.map(\.name).filter { named.profiles[$0] == nil }
    profiles = names.reduce(into: [:]) { profiles, name in
      profiles[name] = Profile(
        name: name,
        inConfigFile: named.profiles[name],
        inCredentialsFile: credentialsByName[name]
      )
    }
    ssoSessions = named.ssoSessions
    services = named.services
    flaws = Self.flaws(of: config, SectionName.init(inConfigFile:))
      .merging(Self.flaws(of: credentials, SectionName.profile)) { first, _ in first }
  }

  /// The profile called `name`, or `nil` when neither file has it.
  public func profile(named name: String) -> Profile? { profiles[name] }

  /// The accounts that profiles lead to, by the profiles' names, where their settings say so.
  public var accounts: [String: String] { profiles.compactMapValues(\.account) }

  /// The section `[sso-session NAME]`.
  public func ssoSession(named name: String) -> ConfigFile.Section? { ssoSessions[name] }

  /// The section `[services NAME]`.
  public func services(named name: String) -> ConfigFile.Section? { services[name] }

  /// Looks whether a section that is about to be used can be meant as it stands.
  ///
  /// - Throws: ``ConfigurationError/flaw(_:)`` when it cannot.
  func check(_ name: SectionName) throws(ConfigurationError) {
    if let flaw = flaws[name] { throw .flaw(flaw) }
  }

  /// A section that somebody will have meant as the profile `name`, and that is none in its file.
  func misplaced(_ name: String) -> MisplacedSection? {
    MisplacedSection(inConfigFile: config, meaning: name)
      ?? MisplacedSection(inCredentialsFile: credentials, meaning: name)
  }

  /// What is to be said of a profile that is in neither file.
  func unknown(_ name: String) -> ConfigurationError {
    .unknownProfile(name: name, known: names, misplaced: misplaced(name))
  }

  private static func flaws(
    of file: ConfigFile?,
    _ name: (String) -> SectionName?
  ) -> [SectionName: SectionFlaw] {
    guard let file else { return [:] }
    return file.sections.reduce(into: [:]) { flaws, section in
      guard let flaw = SectionFlaw(section, path: file.path), let name = name(section.ownName) else { return }
      flaws[name] = flaws[name] ?? flaw
    }
  }

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
