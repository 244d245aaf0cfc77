import AWSClientCore
import Testing

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
  func `a Region's partition decides on the domains`(region: String, name: String, domain: String, dualStack: String) {
    let partition = Partition(of: region)
    #expect(partition.name == name)
    #expect(partition.domain == domain)
    #expect(partition.dualStackDomain == dualStack)
  }
}
