import AWSClientCore
import FoundationEssentials
import TestSupport
import Testing

@Suite struct RoleCacheTests {
  private static let config = """
    [default]
    role_arn = arn:aws:iam::123456789012:role/ops
    source_profile = base
    [profile base]
    aws_access_key_id = AKIABASE
    aws_secret_access_key = s3cret
    """
  /// See the test of its name.
  private static let path = "/home/ana/.aws/cli/cache/22683b67d5bd46b0335d9327094666b8be5b5cd5.json"

  private static func entry(_ end: String) -> String {
    """
    {"Credentials": {"AccessKeyId": "ASIACACHED", "SecretAccessKey": "s3cret", "SessionToken": "s3cret-token",
    "Expiration": "\(end)"}, "AssumedRoleUser": {"Arn": "a"}}
    """
  }

  @Test(arguments: [
    ("2026-11-22T14:17:15UTC", "ASIACACHED"),
    ("2026-11-22T14:17:15Z", "ASIACACHED"),
    ("2026-11-22T15:17:15+01:00", "ASIACACHED"),
    ("2026-11-22T14:17:14UTC", "ASIA.role.ops.1"),
    ("tomorrow", "ASIA.role.ops.1"),
  ])
  func `keys of the CLI serve for as long as a quarter of an hour is left`(end: String, id: String) async throws {
    try await Machine.run(config: Self.config) { (machine) async throws in
      machine.files[Self.path] = Self.entry(end)
      #expect(try await machine.credentials().accessKeyID == id)
    }
  }

  @Test(arguments: ["", "{", "[]", "{\"Credentials\": {}}", "{\"Credentials\": {\"AccessKeyId\": \"A\"}}"])
  func `a cache that cannot be read is as none`(content: String) async throws {
    try await Machine.run(config: Self.config) { (machine) async throws in
      machine.files[Self.path] = content
      #expect(try await machine.credentials().accessKeyID == "ASIA.role.ops.1")
    }
  }

  @Test func `keys that a service has refused are passed over`() async throws {
    try await Machine.run(config: Self.config) { (machine) async throws in
      machine.files[Self.path] = Self.entry("2026-11-22T15:02:15UTC")
      #expect(try await machine.credentials(refusing: "ASIACACHED").accessKeyID == "ASIA.role.ops.1")
      #expect(try await machine.credentials(refusing: "OTHER").accessKeyID == "ASIACACHED")
    }
  }

  @Test func `keys of a role before the last that were taken back are had anew`() async throws {
    let chain =
      Self.config.replacing("[default]", with: "[profile mid]")
      + "\n[default]\nrole_arn = arn:aws:iam::123456789012:role/last\nsource_profile = mid\n"
    try await Machine.run(config: chain) { (machine) async throws in
      machine.files[Self.path] = Self.entry("2026-11-22T15:02:15UTC").replacing("ASIACACHED", with: "AKIAREFUSED")
      #expect(try await machine.credentials().accessKeyID == "ASIA.role.last.2")
      #expect(
        machine.services.log.map { $0.split(separator: " ").dropFirst().prefix(3).joined(separator: " ") }
          == ["last as AKIAREFUSED", "ops as AKIABASE", "last as ASIA.role.ops.1"]
      )
    }
  }

  @Test func `with kept keys no code is asked for and nothing is sent`() async throws {
    let config = Self.config.replacing("[profile base]", with: "mfa_serial = m\n[profile base]")
    try await Machine.run(config: config) { (machine) async throws in
      machine.files["/home/ana/.aws/cli/cache/94bb692b0f0a9c437635a28d82f5f1997e75c95d.json"] = Self.entry(
        "2026-11-22T15:02:15UTC"
      )
      #expect(try await machine.credentials().accessKeyID == "ASIACACHED")
      #expect(machine.devicesAsked == [])
      #expect(machine.services.log == [])
    }
  }
}
