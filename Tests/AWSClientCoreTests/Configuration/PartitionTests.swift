import AWSClientCore
import Testing

/// The hosts are those that botocore 1.43.11 calls; where it refuses a dual-stack one (the last two partitions), those
/// of its endpoint rule set.
@Suite struct PartitionTests {
  @Test(arguments: [
    ("eu-west-1", "aws", "amazonaws.com", "api.aws"),
    ("mx-central-1", "aws", "amazonaws.com", "api.aws"),
    ("mars-north-1", "aws", "amazonaws.com", "api.aws"),
    ("us-gov-west-1", "aws-us-gov", "amazonaws.com", "api.aws"),
    ("cn-north-1", "aws-cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
    ("eusc-de-east-1", "aws-eusc", "amazonaws.eu", "api.amazonwebservices.eu"),
    ("us-iso-east-1", "aws-iso", "c2s.ic.gov", "api.aws.ic.gov"),
    ("us-isob-east-1", "aws-iso-b", "sc2s.sgov.gov", "api.aws.scloud"),
    ("eu-isoe-west-1", "aws-iso-e", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
    ("us-isof-south-1", "aws-iso-f", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
  ])
  func `a Region's partition decides on the hosts`(region: String, name: String, domain: String, dualStack: String) {
    #expect(Partition(of: region).name == name)
    func host(_ isFIPS: Bool, _ isDualStack: Bool) -> String {
      EndpointVariant(isFIPS: isFIPS, isDualStack: isDualStack).endpoint(prefix: "appstream2", region: region).host
    }
    #expect(host(false, false) == "appstream2.\(region).\(domain)")
    #expect(host(true, false) == "appstream2-fips.\(region).\(domain)")
    #expect(host(false, true) == "appstream2.\(region).\(dualStack)")
    #expect(host(true, true) == "appstream2-fips.\(region).\(dualStack)")
  }

  @Test(arguments: [
    ("eu-west-1", true, false, "sts-fips.eu-west-1.amazonaws.com"),
    ("us-gov-west-1", false, false, "sts.us-gov-west-1.amazonaws.com"),
    ("us-gov-west-1", true, false, "sts.us-gov-west-1.amazonaws.com"),
    ("us-gov-west-1", true, true, "sts-fips.us-gov-west-1.api.aws"),
    ("cn-north-1", false, false, "sts.cn-north-1.amazonaws.com.cn"),
  ])
  func `STS's plain address is its FIPS one in the government's partition`(
    region: String,
    isFIPS: Bool,
    isDualStack: Bool,
    host: String
  ) {
    let endpoint = EndpointVariant(isFIPS: isFIPS, isDualStack: isDualStack).stsEndpoint(region: region)
    #expect(endpoint == Endpoint(scheme: .https, host: host))
  }
}
