import AWSClientCore
import FoundationEssentials
import PlainText
import TestSupport
import Testing

@Suite struct ProcessCredentialsTests {
  private static let config = """
    [default]
    credential_process = /opt/keys --for "ana maria" 'a\\b' c\\ d
    """
  private static let keys = #""Version": 1, "AccessKeyId": "AKIAPROCESS", "SecretAccessKey": "s3cret""#

  @Test func `a program is run with its words split as a shell does, without one`() async throws {
    try await Machine.run(config: Self.config) { (machine) async throws in
      machine.processes.next("{\(Self.keys)}\n")
      #expect(
        try await machine.credentials()
          == Credentials(accessKeyID: "AKIAPROCESS", secretAccessKey: Secret("s3cret"))
      )
      #expect(machine.processes.runs == [["/opt/keys", "--for", "ana maria", "a\\b", "c d"]])
    }
  }

  @Test func `a session token and an end are taken`() async throws {
    try await Machine.run(config: Self.config) { machine in
      machine.processes.next("{\(Self.keys), \"SessionToken\": \"t\", \"Expiration\": \"2026-11-22T15:02:15+00:00\"}")
      let found = try await machine.credentials()
      #expect(found.sessionToken?.exposed == "t")
      #expect(found.expiration == machine.now.addingTimeInterval(3600))
    }
  }

  @Test(arguments: [
    ("", "what credential_process /opt/keys wrote is not the JSON that it should be"),
    ("[]", "what credential_process /opt/keys wrote is not the JSON that it should be"),
    ("{\"AccessKeyId\": \"A\"}", "what credential_process /opt/keys wrote is not the JSON that it should be"),
    ("{\"Version\": \"1\"}", "what credential_process /opt/keys wrote is not the JSON that it should be"),
    ("{\"Version\": 2}", "credential_process /opt/keys wrote Version 2, and only 1 is known"),
    (
      "{\(keys), \"Expiration\": \"soon\"}", "what credential_process /opt/keys wrote is not the JSON that it should be"
    ),
  ])
  func `what is not as it should be is not used`(output: String, reason: String) async throws {
    try await Machine.run(config: Self.config) { machine in
      machine.processes.next(output)
      await #expect(throws: CredentialError.unusable(source: "profile default", reason: reason)) {
        try await machine.credentials()
      }
    }
  }

  @Test(arguments: ["{\"Version\": 1}", "{\"Version\": 1, \"AccessKeyId\": \"A\"}"])
  func `half a pair is not used`(output: String) async throws {
    try await Machine.run(config: Self.config) { machine in
      machine.processes.next(output)
      let source = "profile default (credential_process /opt/keys)"
      let reason = "the response has no access key, or only half of one"
      await #expect(throws: CredentialError.unusable(source: source, reason: reason)) {
        try await machine.credentials()
      }
    }
  }

  @Test(
    arguments: [
      (.exited(3), "ended with status 3; run it in a shell to see why"),
      (.signalled(9), "was ended by signal 9"),
    ] as [(ProcessOutcome.Status, String)]
  )
  func `a program that fails is heard`(status: ProcessOutcome.Status, end: String) async throws {
    try await Machine.run(config: Self.config) { machine in
      machine.processes.next("{\(Self.keys)}", status: status)
      let reason = "credential_process /opt/keys \(end)"
      await #expect(throws: CredentialError.unusable(source: "profile default", reason: reason)) {
        try await machine.credentials()
      }
    }
  }

  @Test func `a program that cannot be run stops everything`() async throws {
    try await Machine.run(config: Self.config) { machine in
      machine.processes.nextFails("is not there, or is no program")
      let reason = "credential_process /opt/keys is not there, or is no program"
      await #expect(throws: CredentialError.unusable(source: "profile default", reason: reason)) {
        try await machine.credentials()
      }
    }
    try await Machine.run(config: "[default]\ncredential_process = /opt/keys \"open") { machine in
      let reason = "a quotation mark in credential_process is not closed"
      await #expect(throws: CredentialError.unusable(source: "profile default", reason: reason)) {
        try await machine.credentials()
      }
      #expect(machine.processes.runs == [])
    }
  }
}
