import FoundationEssentials
import TestSupport
import Testing

@testable import AWSClientCore

@Suite struct ContainerTests {
  private let source = "the container's environment"

  @Test(arguments: Machine.Access.allCases)
  func `the service of the container gives keys`(access: Machine.Access) async throws {
    try await Machine.run(access) { machine in
      machine.services.change { $0.containerToken = "Bearer s3cret" }
      let found = try await machine.credentials([
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": machine.address(.container) + "/v1?id=7",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN": "Bearer s3cret",
      ])
      #expect(found.accessKeyID == "ASIA.container.1")
      #expect(found.expiration == machine.now.addingTimeInterval(3600))
      #expect(machine.services.log == ["GET container/v1?id=7"])
    }
  }

  @Test func `the token file is read each time, and goes before the token`() async throws {
    try await Machine.run { (machine) async throws in
      let variables = [
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": machine.address(.container),
        "AWS_CONTAINER_AUTHORIZATION_TOKEN": "wrong", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/token",
      ]
      for token in ["one-s3cret", "two-s3cret"] {
        machine.services.change { $0.containerToken = token }
        machine.files["/token"] = token
        #expect(try await machine.credentials(variables).accessKeyID.hasPrefix("ASIA.container."))
      }
      machine.files["/token"] = nil
      await #expect(throws: CredentialError.unusable(source: source, reason: "the token file /token does not exist")) {
        try await machine.credentials(variables)
      }
    }
  }

  @Test(arguments: ["a\nb", "a\r", "a\r\nX: y", "\u{0}"])
  func `a token that could write headers of its own is refused, and not repeated`(token: String) async throws {
    try await Machine.run { machine in
      let address = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": machine.address(.container)]
      machine.files["/token"] = token
      let reason = "holds a line break or another character that no header has"
      await #expect(
        throws: CredentialError.unusable(source: source, reason: "AWS_CONTAINER_AUTHORIZATION_TOKEN \(reason)")
      ) { try await machine.credentials(address.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN": token]) { $1 }) }
      await #expect(throws: CredentialError.unusable(source: source, reason: "the token file /token \(reason)")) {
        try await machine.credentials(address.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/token"]) { $1 })
      }
      #expect(machine.services.log == [])
    }
  }

  @Test(arguments: [
    (["RELATIVE": "/v2/x?id=7"], "http://169.254.170.2/v2/x", "id=7"),
    (["RELATIVE": "/v2/x", "FULL": "http://127.0.0.1/y"], "http://169.254.170.2/v2/x", ""),
    (["FULL": "http://127.0.0.2:80/y"], "http://127.0.0.2/y", ""),
    (["FULL": "http://localhost:1/y"], "http://localhost:1/y", ""),
    (["FULL": "http://[::1]/y"], "http://[::1]/y", ""),
    (["FULL": "http://169.254.170.23/v1/credentials"], "http://169.254.170.23/v1/credentials", ""),
    (["FULL": "http://[fd00:ec2::23]/v1"], "http://[fd00:ec2::23]/v1", ""),
    (["FULL": "https://example.com/y"], "https://example.com/y", ""),
  ])
  func `it is asked on this machine and its link, and elsewhere over TLS`(
    settings: [String: String],
    address: String,
    query: String
  ) throws {
    let place = try ContainerEndpoint(Self.environment(settings), source: "x")
    #expect(place.endpoint.description == address)
    #expect(place.query == query)
  }

  @Test(arguments: [
    ["FULL": "http://example.com/y"], ["FULL": "http://169.254.170.3/y"], ["FULL": "http://127.0.0.1.example.com/"],
    ["FULL": "http://x.localhost/"], ["FULL": "ftp://127.0.0.1/"], ["FULL": "127.0.0.1"],
    ["RELATIVE": "@example.com/"], ["RELATIVE": ".example.com/"], ["RELATIVE": "/a?b c"],
  ])
  func `it is asked nowhere else`(settings: [String: String]) {
    #expect(throws: CredentialError.self) { try ContainerEndpoint(Self.environment(settings), source: "x") }
  }

  private static func environment(_ settings: [String: String]) -> ProcessEnvironment {
    let variables = settings.map { ("AWS_CONTAINER_CREDENTIALS_\($0)_URI", $1) }
    return ProcessEnvironment(variables: Dictionary(uniqueKeysWithValues: variables))
  }

  @Test(arguments: Machine.Access.allCases)
  func `a service that is ill is asked three times, a second apart`(access: Machine.Access) async throws {
    try await Machine.run(access) { (machine) async throws in
      let variables = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": machine.address(.container)]
      machine.services.change { $0.first[.container] = [500, 200].map { CredentialServices.answer($0, "") } }
      #expect(try await machine.credentials(variables).accessKeyID == "ASIA.container.1")
      #expect(machine.clock.sleeps.elements == [.seconds(1), .seconds(1)])
      machine.services.change { $0.first[.container] = [500, 500, 503].map { CredentialServices.answer($0, "") } }
      let reason = "127.0.0.1 answered with status 503"
      await #expect(throws: CredentialError.unusable(source: source, reason: reason)) {
        try await machine.credentials(variables)
      }
    }
  }

  @Test(arguments: [
    ("{}", "the response has no access key, or only half of one"),
    (
      #"{"AccessKeyId":"A","SecretAccessKey":"s"}"#,
      "the response has credentials without a session token or without an end"
    ),
    (
      #"{"AccessKeyId":"A\n","SecretAccessKey":"s","Token":"t","Expiration":"2026-11-22T15:02:15Z"}"#,
      "the response holds a character that no key has"
    ),
  ])
  func `garbage is no key`(body: String, reason: String) async throws {
    try await Machine.run { machine in
      machine.services.change { $0.first[.container] = [CredentialServices.answer(200, body)] }
      await #expect(throws: CredentialError.unusable(source: source, reason: reason)) {
        try await machine.credentials(["AWS_CONTAINER_CREDENTIALS_FULL_URI": machine.address(.container)])
      }
    }
  }
}
