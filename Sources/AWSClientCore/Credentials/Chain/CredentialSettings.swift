/// What the sources of credentials look at: a profile, the files that it is in, and the environment.
public struct CredentialSettings: Sendable, Equatable {
  /// The profile's name.
  public let profileName: String
  /// Whether the environment's credentials and tokens do not count, because the profile was chosen by hand.
  public let isProfileExplicit: Bool
  /// All profiles, for those that build on others.
  public let profiles: Profiles
  /// The Region whose services are called.
  public let region: String
  /// The environment.
  public let environment: ProcessEnvironment
  /// What the credentials are looked for.
  public let search: CredentialSearch

  /// Takes what matters for credentials out of `settings`.
  public init(_ settings: ClientSettings) {
    self.init(
      profileName: settings.profileName,
      isProfileExplicit: settings.isProfileExplicit,
      profiles: settings.profiles,
      region: settings.region,
      environment: settings.environment,
      search: CredentialSearch()
    )
  }

  private init(
    profileName: String,
    isProfileExplicit: Bool,
    profiles: Profiles,
    region: String,
    environment: ProcessEnvironment,
    search: CredentialSearch
  ) {
    self.profileName = profileName
    self.isProfileExplicit = isProfileExplicit
    self.profiles = profiles
    self.region = region
    self.environment = environment
    self.search = search
  }

  /// What is set for the profile; nothing where there is no default profile.
  public var profile: Profile { profiles.profile(named: profileName) ?? Profile(name: profileName) }

  /// The same profile as the files have it now, so that what another shell has written counts.
  ///
  /// - Throws: ``ConfigurationError`` when a file cannot be read, or the profile is no longer there.
  func readAgain(
    _ files: any FileReading,
    for search: CredentialSearch
  ) throws(ConfigurationError) -> CredentialSettings {
    let current = try Profiles(environment: environment, files: files)
    try current.check(.profile(profileName))
    if profiles.profile(named: profileName) != nil, current.profile(named: profileName) == nil {
      throw current.unknown(profileName)
    }
    return CredentialSettings(
      profileName: profileName,
      isProfileExplicit: isProfileExplicit,
      profiles: current,
      region: region,
      environment: environment,
      search: search
    )
  }

  /// The settings of a profile that another one takes its keys from: the environment has no say in it.
  func ofSource(_ profile: String) -> CredentialSettings {
    CredentialSettings(
      profileName: profile,
      isProfileExplicit: true,
      profiles: profiles,
      region: region,
      environment: environment,
      search: search
    )
  }
}
