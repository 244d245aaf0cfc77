/// A service of AWS's, by the names under which settings, hosts and signatures know it.
///
/// A program describes the service that it calls; the services that credentials come from are known here. Source:
/// botocore 1.43's service models and `configprovider.py:ConfiguredEndpointProvider`.
public struct AWSService: Sendable, Hashable {
  /// The service's name in `AWS_ENDPOINT_URL_…`, such as `SSO_OIDC`.
  public let endpointID: String
  /// The service's name in the scope of a signature.
  public let signingName: String
  /// What the service's host names begin with.
  public let hostPrefix: String
  /// Whether the plain address in the US government's partition is the FIPS one as well, without saying so.
  public let isPlainFIPSInGovernment: Bool

  /// Describes a service.
  public init(endpointID: String, signingName: String, hostPrefix: String, isPlainFIPSInGovernment: Bool = false) {
    self.endpointID = endpointID
    self.signingName = signingName
    self.hostPrefix = hostPrefix
    self.isPlainFIPSInGovernment = isPlainFIPSInGovernment
  }

  /// The service's key in a `[services …]` section.
  public var configKey: String { endpointID.lowercased() }

  /// The Security Token Service.
  public static let sts = AWSService(
    endpointID: "STS",
    signingName: "sts",
    hostPrefix: "sts",
    isPlainFIPSInGovernment: true
  )
  /// The portal of IAM Identity Center, which gives the credentials of a role.
  public static let sso = AWSService(
    endpointID: "SSO",
    signingName: "awsssoportal",
    hostPrefix: "portal.sso",
    isPlainFIPSInGovernment: true
  )
  /// The part of IAM Identity Center that gives and renews tokens.
  public static let ssoOIDC = AWSService(
    endpointID: "SSO_OIDC",
    signingName: "sso-oauth",
    hostPrefix: "oidc",
    isPlainFIPSInGovernment: true
  )
  /// The sign-in service behind `aws login`.
  public static let signIn = AWSService(endpointID: "SIGNIN", signingName: "signin", hostPrefix: "signin")
}
