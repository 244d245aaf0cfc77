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

  /// The address of the service whose host names begin with `prefix`.
  public func endpoint(prefix: String, region: String) -> Endpoint {
    let partition = Partition(of: region)
    let domain = isDualStack ? partition.dualStackDomain : partition.domain
    return Endpoint(scheme: .https, host: "\(prefix)\(isFIPS ? "-fips" : "").\(region).\(domain)")
  }

  /// The address of STS, whose plain one is the FIPS one in the US government's partition.
  public func stsEndpoint(region: String) -> Endpoint {
    let plainIsFIPS = Partition(of: region).name == "aws-us-gov" && !isDualStack
    let variant = EndpointVariant(isFIPS: isFIPS && !plainIsFIPS, isDualStack: isDualStack)
    return variant.endpoint(prefix: "sts", region: region)
  }
}
