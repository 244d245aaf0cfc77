import AWSClientCore
import FoundationEssentials
import TestSupport
import Testing

@Suite struct InstanceMetadataTests {
  private static let path = "latest/meta-data/iam/security-credentials/"
  private let source = "the instance metadata"
  private let none = CredentialError.noneFound(asked: [
    "the environment", "profile default in /home/ana/.aws/credentials", "profile default in /home/ana/.aws/config",
    "the instance metadata",
  ])

  @Test(arguments: Machine.Access.allCases)
  func `an instance gives the keys of its role for a session token`(access: Machine.Access) async throws {
    try await Machine.run(access) { machine in
      let found = try await machine.credentials()
      #expect(found.accessKeyID == "ASIA.instance.1")
      #expect(found.expiration == machine.now.addingTimeInterval(3600))
      #expect(machine.services.log == ["PUT latest/api/token", "GET \(Self.path)", "GET \(Self.path)web-server"])
    }
  }

  @Test(arguments: [403, 404, 405])
  func `one that gives no session token is asked without, unless that is forbidden`(status: Int) async throws {
    try await Machine.run { (machine) async throws in
      machine.services.change { rules in
        rules.answersWithoutToken = true
        rules.first[.imds] = [CredentialServices.answer(status, "")]
      }
      #expect(try await machine.credentials().accessKeyID == "ASIA.instance.1")
      machine.services.change { $0.first[.imds] = [CredentialServices.answer(status, "")] }
      let reason = "the instance gives no session token, and AWS_EC2_METADATA_V1_DISABLED forbids to ask without one"
      await #expect(throws: CredentialError.unusable(source: source, reason: reason)) {
        try await machine.credentials(["AWS_EC2_METADATA_V1_DISABLED": "True"])
      }
    }
  }

  @Test func `one that is switched off is not asked`() async throws {
    try await Machine.run { machine in
      let error = await #expect(throws: CredentialError.self) {
        try await machine.credentials(["AWS_EC2_METADATA_DISABLED": "true"])
      }
      #expect(
        error
          == .noneFound(asked: [
            "the environment", "profile default in /home/ana/.aws/credentials",
            "profile default in /home/ana/.aws/config",
          ])
      )
      #expect(machine.services.log == [])
    }
  }

  @Test(arguments: [[404], [200, 404], [200, 200, 404], [400], [200, 500]])
  func `one without a role is passed over`(statuses: [Int]) async throws {
    try await Machine.run { machine in
      machine.services.change { rules in
        rules.instanceRole = nil
        rules.first[.imds] = statuses.map { CredentialServices.answer($0, $0 == 200 ? "text" : "") }
      }
      await #expect(throws: none) { try await machine.credentials() }
    }
  }

  @Test func `no instance at all is passed over`() async throws {
    try await Machine.run(.overLoopback) { machine in
      // Port 1 of this machine is closed.
      let nowhere = ["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:1/"]
      await #expect(throws: none) { try await machine.credentials(nowhere) }
    }
  }

  @Test(arguments: [
    (
      #"{"Code":"AssumeRoleUnauthorizedAccess","Message":"EC2 cannot assume the role"}"#,
      "the instance has no credentials for its role: EC2 cannot assume the role (AssumeRoleUnauthorizedAccess)"
    ),
    (#"{"AccessKeyId":7}"#, "the response holds no credentials"),
    (
      #"{"AccessKeyId":"A\n","SecretAccessKey":"s","Token":"t","Expiration":"2026-11-22T20:00:00Z"}"#,
      "the response holds a character that no key has"
    ),
  ])
  func `an instance that cannot give keys is heard`(body: String, reason: String) async throws {
    try await Machine.run { machine in
      machine.services.change { rules in
        rules.first[.imds] = ["token", "web-server", body].map { CredentialServices.answer(200, $0) }
      }
      await #expect(throws: CredentialError.unusable(source: source, reason: reason)) {
        try await machine.credentials()
      }
    }
  }

  @Test(arguments: [
    "{", #"{"Code":"Success","AccessKeyId":"A","SecretAc"#, "{}", "<html>",
    #"{"AccessKeyId":"A","SecretAccessKey":"s"}"#,
  ])
  func `a response that was cut, or lacks a member, is passed over as AWS's own tools do`(body: String) async throws {
    try await Machine.run { machine in
      machine.services.change { rules in
        rules.first[.imds] = ["token", "web-server", body].map { CredentialServices.answer(200, $0) }
      }
      await #expect(throws: none) { try await machine.credentials() }
    }
  }

  @Test func `a response that was cut is asked for again where that is allowed`() async throws {
    try await Machine.run { (machine) async throws in
      machine.services.change { rules in
        rules.first[.imds] = ["s3cret-session", "web-server", "{"].map { CredentialServices.answer(200, $0) }
      }
      let found = try await machine.credentials(["AWS_METADATA_SERVICE_NUM_ATTEMPTS": "2"])
      #expect(found.accessKeyID == "ASIA.instance.1")
    }
  }

  @Test func `a session token that is empty is as none, of the metadata and of the keys`() async throws {
    try await Machine.run { (machine) async throws in
      machine.services.change { rules in
        rules.answersWithoutToken = true
        rules.first[.imds] = [CredentialServices.answer(200, "")]
      }
      #expect(try await machine.credentials().accessKeyID == "ASIA.instance.1")
      let keys = #"{"AccessKeyId":"A","SecretAccessKey":"s","Token":"","Expiration":"2026-11-22T20:00:00Z"}"#
      machine.services.change { rules in
        rules.first[.imds] = ["token", "web-server", keys].map { CredentialServices.answer(200, $0) }
      }
      let found = try await machine.credentials()
      #expect(found.accessKeyID == "A" && found.sessionToken == nil)
    }
  }

  @Test func `keys that should have been replaced by now are used a while longer`() async throws {
    try await Machine.run { (machine) async throws in
      // 15 minutes, and half of the way from two to ten.
      machine.services.change { $0.life = 21 * 60 + 1 }
      #expect(try await machine.credentials().expiration == machine.now.addingTimeInterval(21 * 60 + 1))
      machine.services.change { $0.life = -3600 }
      #expect(try await machine.credentials().expiration == machine.now.addingTimeInterval(21 * 60))
    }
  }

  @Test func `an endpoint that is no URL stops everything`() async throws {
    try await Machine.run { machine in
      await #expect(
        throws: CredentialError.unusable(source: source, reason: "the endpoint that is set for it is not a URL")
      ) {
        try await machine.credentials(["AWS_EC2_METADATA_SERVICE_ENDPOINT": "here"])
      }
      await #expect(
        throws: CredentialError.unusable(source: source, reason: "the endpoint mode is neither ipv4 nor ipv6")
      ) {
        try await machine.credentials(["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "ipv5"])
      }
    }
  }
}
