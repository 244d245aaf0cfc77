import AppStream
import FoundationEssentials
import TestSupport
import Testing

@testable import AWSClientCore

@Suite struct MetadataSettingsTests {
  private static func settings(
    _ variables: [String: String],
    config: String = ""
  ) throws -> MetadataSettings {
    let files = MemoryFiles()
    files["/home/ana/.aws/config"] = "[default]\n\(config)"
    let settings = try ClientSettings.resolve(
      .appStream,
      options: ClientOptions(region: "eu-west-1"),
      environment: ProcessEnvironment(variables: ["HOME": "/home/ana"].merging(variables) { $1 }),
      files: files
    )
    return try MetadataSettings(CredentialSettings(settings), source: "x")
  }

  @Test(arguments: [
    ([:], "", "http://169.254.169.254"),
    (["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv6"], "", "http://[fd00:ec2::254]"),
    ([:], "ec2_metadata_service_endpoint_mode = ipv6", "http://[fd00:ec2::254]"),
    (["AWS_IMDS_USE_IPV6": "true"], "", "http://[fd00:ec2::254]"),
    (
      ["AWS_IMDS_USE_IPV6": "true", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "ipv4"], "", "http://169.254.169.254"
    ),
    (["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:7/x"], "", "http://127.0.0.1:7/x"),
    ([:], "ec2_metadata_service_endpoint = http://127.0.0.1:8", "http://127.0.0.1:8"),
    (
      ["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:7"],
      "ec2_metadata_service_endpoint = http://127.0.0.1:8\nec2_metadata_service_endpoint_mode = ipv6",
      "http://127.0.0.1:7"
    ),
  ])
  func `the service is asked where the environment, or else the profile, says`(
    variables: [String: String],
    config: String,
    address: String
  ) throws {
    #expect(try Self.settings(variables, config: config).endpoint.description == address)
  }

  @Test func `it has a second and one attempt, unless more is given`() throws {
    let usual = try Self.settings([:])
    #expect(usual.limit == .seconds(1))
    #expect(usual.attempts == 1)
    #expect(!usual.needsToken)
    let more = try Self.settings(
      ["AWS_METADATA_SERVICE_TIMEOUT": "5", "AWS_EC2_METADATA_V1_DISABLED": "TRUE"],
      config: "metadata_service_num_attempts = 3"
    )
    #expect(more.limit == .seconds(5))
    #expect(more.attempts == 3)
    #expect(more.needsToken)
  }
}
