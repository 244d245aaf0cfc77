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
  /// Source: the endpoint rule sets of botocore 1.43.
  public func endpoint(of service: AWSService, in region: String) -> Endpoint {
    let partition = Partition(of: region)
    if service == .signIn, !isFIPS, !isDualStack, let domain = partition.signInDomain {
      return Endpoint(scheme: .https, host: "\(region).\(domain)")
    }
    let isPlainFIPS = service.isPlainFIPSInGovernment && partition.name == "aws-us-gov" && !isDualStack
    let suffix = isFIPS && !isPlainFIPS ? "-fips" : ""
    let domain = isDualStack ? partition.dualStackDomain : partition.domain
    return Endpoint(scheme: .https, host: "\(service.hostPrefix)\(suffix).\(region).\(domain)")
  }
}
