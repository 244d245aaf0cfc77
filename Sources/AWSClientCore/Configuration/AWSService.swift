/// A service of AWS's that is called from here, and the names under which settings know it.
///
/// Source: botocore 1.43's service models and `configprovider.py:ConfiguredEndpointProvider`.
public enum AWSService: Sendable, Hashable, CaseIterable {
  /// Amazon AppStream 2.0.
  case appStream
  /// The Security Token Service.
  case sts
  /// The portal of IAM Identity Center, which gives the keys of a role.
  case sso
  /// The part of IAM Identity Center that gives and renews tokens.
  case ssoOIDC
  /// The sign-in service behind `aws login`.
  case signIn

  /// The service's name in `AWS_ENDPOINT_URL_…`.
  public var endpointID: String {
    switch self {
    case .appStream: "APPSTREAM"
    case .sts: "STS"
    case .sso: "SSO"
    case .ssoOIDC: "SSO_OIDC"
    case .signIn: "SIGNIN"
    }
  }

  /// The service's key in a `[services …]` section.
  public var configKey: String { endpointID.lowercased() }

  /// The service's name in the scope of a signature.
  public var signingName: String {
    switch self {
    case .appStream: "appstream"
    case .sts: "sts"
    case .sso: "awsssoportal"
    case .ssoOIDC: "sso-oauth"
    case .signIn: "signin"
    }
  }

  /// What the service's host names begin with.
  var hostPrefix: String {
    switch self {
    case .appStream: "appstream2"
    case .sts: "sts"
    case .sso: "portal.sso"
    case .ssoOIDC: "oidc"
    case .signIn: "signin"
    }
  }

  /// Whether the plain address in the US government's partition is the FIPS one as well, without saying so.
  var isPlainFIPSInGovernment: Bool {
    switch self {
    case .sts, .sso, .ssoOIDC: true
    case .appStream, .signIn: false
    }
  }
}
