/// The endpoints that are set for a profile, or else AWS's own in a Region.
///
/// Rules: botocore's `configprovider.py:ConfiguredEndpointProvider`, and
/// https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html.
struct EndpointSettings {
  let appStream: Endpoint
  let isAppStreamCustom: Bool
  let sts: Endpoint

  init(
    explicit: String?,
    region: String,
    profile: Profile,
    profiles: Profiles,
    environment: ProcessEnvironment
  ) throws(ConfigurationError) {
    let source = Source(profile: profile, profiles: profiles, environment: environment)
    let isFIPS = try source.isOn("AWS_USE_FIPS_ENDPOINT", key: "use_fips_endpoint")
    let isDualStack = try source.isOn("AWS_USE_DUALSTACK_ENDPOINT", key: "use_dualstack_endpoint")
    let variant = EndpointVariant(isFIPS: isFIPS, isDualStack: isDualStack)

    let isIgnoring = try source.isOn("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", key: "ignore_configured_endpoint_urls")
    var url = explicit
    if url == nil, !isIgnoring { url = try source.url("APPSTREAM") }
    let custom = try Self.endpoint(url)
    if let custom, isFIPS || isDualStack {
      throw .variantOfCustomEndpoint(
        setting: isFIPS ? "use_fips_endpoint" : "use_dualstack_endpoint",
        endpoint: custom
      )
    }
    appStream = custom ?? variant.endpoint(prefix: "appstream2", region: region)
    isAppStreamCustom = custom != nil

    sts = try Self.sts(source, appStream, isIgnoringConfigured: isIgnoring) ?? variant.stsEndpoint(region: region)
  }

  /// An emulator on this machine answers for STS as well, so one URL is enough to keep all calls here.
  private static func sts(
    _ source: Source,
    _ appStream: Endpoint,
    isIgnoringConfigured: Bool
  ) throws(ConfigurationError) -> Endpoint? {
    if !isIgnoringConfigured, let url = source.urlInEnvironment("STS") { return try endpoint(url) }
    if appStream.isLoopback { return appStream }
    return isIgnoringConfigured ? nil : try endpoint(source.urlInFiles("STS"))
  }

  private static func endpoint(_ url: String?) throws(ConfigurationError) -> Endpoint? {
    guard let url else { return nil }
    do throws(EndpointError) {
      let endpoint = try Endpoint(url: url)
      guard endpoint.scheme == .https || endpoint.isLoopback else { throw EndpointError.plaintext(url) }
      return endpoint
    } catch {
      throw .endpoint(error)
    }
  }
}

extension EndpointSettings {
  /// Where endpoint URLs may be set, other than on the command line.
  private struct Source {
    let profile: Profile
    let profiles: Profiles
    let environment: ProcessEnvironment

    func url(_ service: String) throws(ConfigurationError) -> String? {
      if let url = urlInEnvironment(service) { return url }
      return try urlInFiles(service)
    }

    func urlInEnvironment(_ service: String) -> String? {
      environment["AWS_ENDPOINT_URL_\(service)"] ?? environment["AWS_ENDPOINT_URL"]
    }

    func urlInFiles(_ service: String) throws(ConfigurationError) -> String? {
      guard let name = profile["services"] else { return profile["endpoint_url"] }
      guard let section = profiles.services(named: name) else {
        throw .unknownServices(name: name, profile: profile.name)
      }
      let url = section[service]?.nested["endpoint_url"] ?? ""
      return url.isEmpty ? profile["endpoint_url"] : url
    }

    func isOn(_ variable: String, key: String) throws(ConfigurationError) -> Bool {
      let setting = environment[variable] == nil ? key : variable
      guard let value = environment[variable] ?? profile[key] else { return false }
      switch value.lowercased() {
      case "true": return true
      case "false": return false
      default: throw .notBoolean(setting: setting, value: value)
      }
    }
  }
}
