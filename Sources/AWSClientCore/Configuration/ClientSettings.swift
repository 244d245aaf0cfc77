/// Which account is called, where, and with what: the outcome of options, environment and AWS's files.
///
/// Rules: botocore 1.43's `configprovider.py` and `session.py`, except that `AWS_REGION` counts too, as in every other
/// SDK (https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html).
public struct ClientSettings: Sendable, Equatable {
  /// The profile's name, `default` where none was named.
  public let profileName: String
  /// Whether the profile was chosen on the command line; if so, credentials in the environment do not count.
  public let isProfileExplicit: Bool
  /// What is set for the profile; nothing where there is no default profile.
  public let profile: Profile
  /// All profiles, for those that build on others.
  public let profiles: Profiles
  /// The Region's code.
  public let region: String
  /// Where the program's service is called.
  public let endpoint: Endpoint
  /// Whether that was set by somebody, rather than being AWS's own address in the Region.
  public let isEndpointCustom: Bool
  /// Where STS is called.
  public let stsEndpoint: Endpoint
  /// The PEM file with the certificate authorities to trust in place of the system's.
  public let caBundle: String?
  /// Which calls go through a proxy.
  public let proxies: ProxySettings
  /// How reads are sent again.
  public let retries: RetrySettings
  /// The environment that the settings were read from.
  public let environment: ProcessEnvironment
  private let endpoints: EndpointSettings

  /// Finds the settings of a program that calls `service`.
  ///
  /// - Throws: ``ConfigurationError`` when something is missing or wrong; its description says what to do next.
  public static func resolve(
    _ service: AWSService,
    options: ClientOptions,
    environment: ProcessEnvironment,
    files: some FileReading
  ) throws(ConfigurationError) -> ClientSettings {
    let profiles = try Profiles(environment: environment, files: files)
    let profile = try selectedProfile(options, environment, profiles)
    let region = try region(options, environment, profile, profiles)
    let source = SettingSource(environment: environment, profile: profile)
    let endpoints = try EndpointSettings(
      of: service,
      explicit: options.endpointURL,
      source: source,
      profiles: profiles
    )
    let endpoint = try endpoints.endpoint(of: service, in: region)
    let sts = try endpoints.endpoint(of: .sts, in: region)
    return ClientSettings(
      profileName: profile.name,
      isProfileExplicit: options.profile != nil,
      profile: profile,
      profiles: profiles,
      region: region,
      endpoint: endpoint,
      isEndpointCustom: try endpoints.custom(service) != nil,
      stsEndpoint: sts,
      caBundle: try caBundle(options, environment, profile),
      proxies: try proxies(environment, for: [endpoint, sts]),
      retries: try RetrySettings(source),
      environment: environment,
      endpoints: endpoints
    )
  }

  /// Where `service` is called for `region`, which may be another one than ``region``: IAM Identity Center has its own.
  ///
  /// - Throws: ``ConfigurationError`` when what is set for that service cannot be used.
  public func endpoint(of service: AWSService, in region: String) throws(ConfigurationError) -> Endpoint {
    try endpoints.endpoint(of: service, in: region)
  }

  /// The command that begins the session anew from which the profile's credentials come, such as
  /// `aws sso login --profile ops`; `nil` when they come from elsewhere.
  public var loginCommand: String? {
    guard isProfileExplicit || environment["AWS_ACCESS_KEY_ID"] == nil else { return nil }
    var visited: Set<String> = []
    var name = profileName
    while visited.insert(name).inserted, let profile = profiles.profile(named: name) {
      if RoleSettings.areIn(profile), let source = profile["source_profile"], source != name {
        name = source
        continue
      }
      // In the order in which the profile's sources are asked.
      if profile["web_identity_token_file"] != nil { return nil }
      if SSOSettings.areIn(profile) { return "aws sso login --profile \(name)" }
      if profile.inCredentialsFile?["aws_access_key_id"]?.text.isEmpty == false { return nil }
      return profile["login_session"].map { _ in "aws login --profile \(name)" }
    }
    return nil
  }

  /// The first bundle that is set, were it with nothing: whoever meant to name certificate authorities must not get
  /// others without being told (botocore 1.44.8, `endpoint.py:_validate_verify_value`).
  ///
  /// A tilde that no home directory stands for stays, so that the message about the file names it as it was written.
  private static func caBundle(
    _ options: ClientOptions,
    _ environment: ProcessEnvironment,
    _ profile: Profile
  ) throws(ConfigurationError) -> String? {
    let variables = environment.variables
    let sources = [
      ("--ca-bundle", options.caBundle), ("AWS_CA_BUNDLE", variables["AWS_CA_BUNDLE"]),
      ("ca_bundle in profile \(profile.name)", profile.written("ca_bundle")),
      ("REQUESTS_CA_BUNDLE", variables["REQUESTS_CA_BUNDLE"]),
    ]
    for case (let setting, let path?) in sources {
      guard !path.allSatisfy(\.isWhitespace) else { throw .blankCABundle(setting: setting) }
      // What a shell has not expanded was not meant to be.
      return options.caBundle ?? environment.expanding(path) ?? path
    }
    return nil
  }

  /// A profile that was named has to exist, even when it is the default one.
  private static func selectedProfile(
    _ options: ClientOptions,
    _ environment: ProcessEnvironment,
    _ profiles: Profiles
  ) throws(ConfigurationError) -> Profile {
    let named = options.profile ?? environment["AWS_DEFAULT_PROFILE"] ?? environment["AWS_PROFILE"]
    try profiles.check(.profile(named ?? Profiles.defaultName))
    if let profile = profiles.profile(named: named ?? Profiles.defaultName) { return profile }
    if let named { throw profiles.unknown(named) }
    return Profile(name: Profiles.defaultName)
  }

  /// A proxy that cannot be used is told before anything is sent; one that no call would go through is nobody's
  /// trouble.
  private static func proxies(
    _ environment: ProcessEnvironment,
    for endpoints: [Endpoint]
  ) throws(ConfigurationError) -> ProxySettings {
    let proxies = ProxySettings(environment: environment)
    do throws(ProxyError) {
      for endpoint in endpoints { _ = try proxies.proxy(for: endpoint) }
    } catch {
      throw .proxy(error)
    }
    return proxies
  }

  private static func region(
    _ options: ClientOptions,
    _ environment: ProcessEnvironment,
    _ profile: Profile,
    _ profiles: Profiles
  ) throws(ConfigurationError) -> String {
    let setting = options.region ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? profile["region"]
    guard let region = setting else {
      throw .noRegion(profile: profile.name, misplaced: profiles.misplaced(profile.name))
    }
    return try Region.checked(region)
  }
}
