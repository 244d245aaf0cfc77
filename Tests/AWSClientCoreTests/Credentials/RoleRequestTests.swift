import FoundationEssentials
import Testing

@testable import AWSClientCore

@Suite struct RoleRequestTests {
  /// Recorded with botocore 1.43.11: `AssumeRoleCredentialFetcher(…)._cache_key`.
  @Test(arguments: [
    (RoleRequest(arn: "arn:aws:iam::123456789012:role/ops"), "22683b67d5bd46b0335d9327094666b8be5b5cd5"),
    (
      RoleRequest(arn: "arn:aws:iam::123456789012:role/ops", sessionName: "ana"),
      "e3d02f19ae933ac19ebe9dc2876ed91c0082fbaa"
    ),
    (
      RoleRequest(
        arn: "arn:aws:iam::123456789012:role/ops",
        sessionName: "ana",
        externalID: "x",
        durationSeconds: 900,
        mfaSerial: "arn:aws:iam::123456789012:mfa/ana"
      ),
      "74bd3f81665fb73518df6a9927cfbb9a1db6048a"
    ),
    (
      RoleRequest(arn: "r", externalID: "\"\\/\u{8}\u{c}\n\r\t\u{1}\u{7f}é😀"),
      "27a4de9226870d406eb2bcdd29d1e6641bcedb5c"
    ),
  ])
  func `the AWS CLI's cache is looked into under its own names`(request: RoleRequest, key: String) {
    #expect(request.cacheKey == key)
  }

  @Test func `STS is told everything that is set`() {
    let request = RoleRequest(arn: "r", externalID: "x", durationSeconds: 900, mfaSerial: "m")
    let parameters = request.parameters(of: "tests", at: Date(timeIntervalSince1970: 7.9)).map {
      "\($0.name)=\($0.value)"
    }
    #expect(
      parameters == [
        "RoleArn=r", "RoleSessionName=tests-7", "ExternalId=x", "DurationSeconds=900", "SerialNumber=m",
      ]
    )
  }
}
