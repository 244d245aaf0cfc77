/// How the metadata service of an EC2 instance is asked.
///
/// Rules: botocore's `configprovider.py` and `utils.py:IMDSFetcher`.
struct MetadataSettings: Equatable {
  let endpoint: Endpoint
  /// Whether an instance that gives no session token is not asked in the older way either.
  let needsToken: Bool
  let limit: Duration
  let attempts: Int

  /// Whether `environment` says that the service is not to be asked at all.
  static func areOff(_ environment: ProcessEnvironment) -> Bool {
    environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() == "true"
  }

  /// Reads the settings; the environment has precedence over the profile.
  ///
  /// - Throws: ``CredentialError/unusable(source:reason:)`` when one of them cannot be meant.
  init(_ settings: CredentialSettings, source: String) throws(CredentialError) {
    func setting(_ variable: String, _ key: String) -> String? {
      settings.environment[variable] ?? settings.profile[key]
    }
    func isOn(_ variable: String, _ key: String) -> Bool {
      setting(variable, key)?.lowercased() == "true"
    }
    let mode = setting("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode")?.lowercased()
    guard mode == nil || mode == "ipv4" || mode == "ipv6" else {
      throw .unusable(source: source, reason: "the endpoint mode is neither ipv4 nor ipv6")
    }
    let isIPv6 = mode.map { $0 == "ipv6" } ?? isOn("AWS_IMDS_USE_IPV6", "imds_use_ipv6")
    let url = setting("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint")
    do throws(EndpointError) {
      endpoint = try Endpoint(url: url ?? (isIPv6 ? "http://[fd00:ec2::254]/" : "http://169.254.169.254/"))
    } catch {
      throw .unusable(source: source, reason: "the endpoint that is set for it is not a URL")
    }
    needsToken = isOn("AWS_EC2_METADATA_V1_DISABLED", "ec2_metadata_v1_disabled")
    func number(_ variable: String, _ key: String, upTo largest: Int) -> Int {
      setting(variable, key).flatMap(Int.init).map { min(max($0, 1), largest) } ?? 1
    }
    // An instance answers at once or not at all; nobody waits for longer, and a time has to fit a clock.
    limit = .seconds(number("AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout", upTo: 3600))
    attempts = number("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts", upTo: 100)
  }
}
