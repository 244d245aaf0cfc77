/// A part of AWS with its own Regions and its own domain names.
///
/// Source: botocore 1.44's `partitions.json`, and the endpoint rule sets of the services called.
public struct Partition: Sendable, Equatable {
  /// The partition's name, as it stands in ARNs.
  public let name: String
  /// The domain of its services.
  public let domain: String
  /// The domain of those services' addresses that are reached over IPv6 as well.
  public let dualStackDomain: String
  /// The domain of its sign-in service.
  public let signInDomain: String
  private let regionPrefix: String

  /// The partition of `region`; one that is not known is taken for the commercial partition, as the SDKs do.
  public init(of region: String) {
    self = Self.others.first { region.hasPrefix($0.regionPrefix) } ?? Self.commercial
  }

  private init(
    _ name: String,
    regionPrefix: String,
    domain: String,
    dualStackDomain: String,
    signInDomain: String
  ) {
    self.name = name
    self.regionPrefix = regionPrefix
    self.domain = domain
    self.dualStackDomain = dualStackDomain
    self.signInDomain = signInDomain
  }

  private static let commercial = Partition(
    "aws",
    regionPrefix: "",
    domain: "amazonaws.com",
    dualStackDomain: "api.aws",
    signInDomain: "signin.aws.amazon.com"
  )

  private static let others = [
    Partition(
      "aws-us-gov",
      regionPrefix: "us-gov-",
      domain: "amazonaws.com",
      dualStackDomain: "api.aws",
      signInDomain: "signin.amazonaws-us-gov.com"
    ),
    Partition(
      "aws-cn",
      regionPrefix: "cn-",
      domain: "amazonaws.com.cn",
      dualStackDomain: "api.amazonwebservices.com.cn",
      signInDomain: "signin.amazonaws.cn"
    ),
    Partition(
      "aws-eusc",
      regionPrefix: "eusc-",
      domain: "amazonaws.eu",
      dualStackDomain: "api.amazonwebservices.eu",
      signInDomain: "signin.amazonaws-eusc.eu"
    ),
    Partition(
      "aws-iso",
      regionPrefix: "us-iso-",
      domain: "c2s.ic.gov",
      dualStackDomain: "api.aws.ic.gov",
      signInDomain: "signin.c2shome.ic.gov"
    ),
    Partition(
      "aws-iso-b",
      regionPrefix: "us-isob-",
      domain: "sc2s.sgov.gov",
      dualStackDomain: "api.aws.scloud",
      signInDomain: "signin.sc2shome.sgov.gov"
    ),
    Partition(
      "aws-iso-e",
      regionPrefix: "eu-isoe-",
      domain: "cloud.adc-e.uk",
      dualStackDomain: "api.cloud-aws.adc-e.uk",
      signInDomain: "signin.csphome.adc-e.uk"
    ),
    Partition(
      "aws-iso-f",
      regionPrefix: "us-isof-",
      domain: "csp.hci.ic.gov",
      dualStackDomain: "api.aws.hci.ic.gov",
      signInDomain: "signin.csphome.hci.ic.gov"
    ),
  ]
}
