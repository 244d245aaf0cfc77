/// What a person chose on the command line; `nil` is what was not given.
public struct ClientOptions: Sendable, Equatable {
  /// The profile, which then has precedence over credentials in the environment.
  public var profile: String?
  /// The Region's code.
  public var region: String?
  /// The URL to call the program's service at.
  public var endpointURL: String?
  /// The PEM file with the certificate authorities to trust.
  public var caBundle: String?

  /// Makes options.
  public init(
    profile: String? = nil,
    region: String? = nil,
    endpointURL: String? = nil,
    caBundle: String? = nil
  ) {
    self.profile = profile
    self.region = region
    self.endpointURL = endpointURL
    self.caBundle = caBundle
  }
}
