/// Which of a service's own addresses in a Region is used.
public struct EndpointVariant: Sendable, Equatable {
  /// The address whose cryptography is FIPS 140 validated.
  public var isFIPS: Bool
  /// The address that is reached over IPv6 as well.
  public var isDualStack: Bool

  /// Makes a variant; the plain one is neither.
  public init(isFIPS: Bool = false, isDualStack: Bool = false) {
    self.isFIPS = isFIPS
    self.isDualStack = isDualStack
  }

  /// The address of `service` in `region`, which need not be a Region that is known.
  ///
  /// Source: the endpoint rule sets of botocore 1.44.
  public func endpoint(of service: AWSService, in region: String) -> Endpoint {
    let partition = Partition(of: region)
    let isInGovernment = partition.name == "aws-us-gov"
    if service == .signIn, !isDualStack, !isFIPS || isInGovernment {
      return signIn(in: region, partition)
    }
    let isPlainFIPS = service.isPlainFIPSInGovernment && isInGovernment && !isDualStack
    let suffix = isFIPS && !isPlainFIPS ? "-fips" : ""
    let domain = isDualStack ? partition.dualStackDomain : partition.domain
    return Endpoint(scheme: .https, host: "\(service.hostPrefix)\(suffix).\(region).\(domain)")
  }

  /// The sign-in service has domains of its own, and in the US government's partition a FIPS one, too.
  private func signIn(in region: String, _ partition: Partition) -> Endpoint {
    let domain = partition.signInDomain
    guard isFIPS else { return Endpoint(scheme: .https, host: "\(region).\(domain)") }
    let fips = domain.replacing("signin.", with: "signin-fips.", maxReplacements: 1)
    return Endpoint(scheme: .https, host: region == "us-gov-west-1" ? fips : "\(region).\(fips)")
  }
}
