/// The endpoints that are set for a profile, or else AWS's own in a Region.
///
/// Rules: botocore's `configprovider.py:ConfiguredEndpointProvider`, and
/// https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html. A custom endpoint together with FIPS or
/// dual-stack addresses is an error, as the services' endpoint rule sets have it; botocore drops the wish for FIPS.
struct EndpointSettings: Sendable, Equatable {
  /// The service that the program calls.
  private let called: AWSService
  /// The URL of that service from the command line.
  private let explicit: String?
  private let source: SettingSource
  private let profiles: Profiles
  private let variant: EndpointVariant
  private let isIgnoringConfigured: Bool
  private let isSTSLegacy: Bool

  init(
    of called: AWSService,
    explicit: String?,
    source: SettingSource,
    profiles: Profiles
  ) throws(ConfigurationError) {
    self.called = called
    self.explicit = explicit
    self.profiles = profiles
    self.source = source
    variant = EndpointVariant(
      isFIPS: try source.isOn("AWS_USE_FIPS_ENDPOINT", key: "use_fips_endpoint"),
      isDualStack: try source.isOn("AWS_USE_DUALSTACK_ENDPOINT", key: "use_dualstack_endpoint")
    )
    isIgnoringConfigured = try source.isOn(
      "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
      key: "ignore_configured_endpoint_urls"
    )
    isSTSLegacy = try Self.isSTSLegacy(source)
  }

  /// Where `service` is called for `region`.
  func endpoint(of service: AWSService, in region: String) throws(ConfigurationError) -> Endpoint {
    if let custom = try custom(service) { return custom }
    let isPlain = variant == EndpointVariant()
    if service == .sts, isSTSLegacy, isPlain, Endpoint.regionsOfGlobalSTS.contains(region) { return .globalSTS }
    return variant.endpoint(of: service, in: region)
  }

  /// Where somebody said that `service` is to be called, if anybody did.
  func custom(_ service: AWSService) throws(ConfigurationError) -> Endpoint? {
    let custom: Endpoint? =
      if service == called, let explicit {
        try endpoint(explicit)
      } else if service == .sts {
        try sts()
      } else {
        try configured(service)
      }
    if let custom, variant.isFIPS || variant.isDualStack {
      throw .variantOfCustomEndpoint(
        setting: variant.isFIPS ? "use_fips_endpoint" : "use_dualstack_endpoint",
        endpoint: custom
      )
    }
    return custom
  }

  /// An emulator on this machine answers for STS as well, so one URL is enough to keep all calls here.
  private func sts() throws(ConfigurationError) -> Endpoint? {
    if !isIgnoringConfigured, let url = urlInEnvironment(.sts) { return try endpoint(url) }
    if called != .sts, let custom = try custom(called), custom.isLoopback { return custom }
    return try configured(.sts)
  }

  /// Rules: https://docs.aws.amazon.com/sdkref/latest/guide/feature-sts-regionalized-endpoints.html.
  private static func isSTSLegacy(_ source: SettingSource) throws(ConfigurationError) -> Bool {
    guard let setting = source.setting("AWS_STS_REGIONAL_ENDPOINTS", key: "sts_regional_endpoints") else {
      return false
    }
    switch setting.value.lowercased() {
    case "legacy": return true
    case "regional": return false
    default: throw .notRegionalEndpoints(setting: setting.name, value: setting.value)
    }
  }

  private func configured(_ service: AWSService) throws(ConfigurationError) -> Endpoint? {
    guard !isIgnoringConfigured else { return nil }
    var url = urlInEnvironment(service)
    if url == nil { url = try urlInFiles(service) }
    guard let url else { return nil }
    return try endpoint(url)
  }

  private func urlInEnvironment(_ service: AWSService) -> String? {
    source.environment["AWS_ENDPOINT_URL_\(service.endpointID)"] ?? source.environment["AWS_ENDPOINT_URL"]
  }

  private func urlInFiles(_ service: AWSService) throws(ConfigurationError) -> String? {
    let profile = source.profile
    guard let name = profile["services"] else { return profile["endpoint_url"] }
    try profiles.check(.services(name))
    guard let section = profiles.services(named: name) else {
      throw .unknownServices(name: name, profile: profile.name)
    }
    let url = section[service.configKey]?.nested["endpoint_url"] ?? ""
    return url.isEmpty ? profile["endpoint_url"] : url
  }

  private func endpoint(_ url: String) throws(ConfigurationError) -> Endpoint {
    do throws(EndpointError) {
      let endpoint = try Endpoint(url: url)
      guard endpoint.scheme == .https || endpoint.isLoopback else { throw EndpointError.plaintext(endpoint.origin) }
      return endpoint
    } catch {
      throw .endpoint(error, example: EndpointVariant().endpoint(of: called, in: "eu-west-1"))
    }
  }
}
