import AWSClientCore
import Crypto
import FoundationEssentials
import PlainText
import TerminalTesting
import TestSupport
import Testing

extension EndToEnd {
  /// The other places that keys come from, through the real program.
  @Suite struct `Sources of keys` {
    /// One place, and what the services are asked when keys come from there.
    struct Source: Sendable, CustomTestStringConvertible {
      var name: String
      /// The content of `~/.aws/config`; `HOME` and `PORT` stand for what they are.
      var config = ""
      /// The environment, in the same way.
      var environment: [String: String] = [:]
      var asked: [String]

      var testDescription: String { name }
    }

    private static let sources = [
      Source(
        name: "a program",
        config: "[default]\ncredential_process = \"HOME/give keys\" FIRST\n",
        asked: []
      ),
      Source(
        name: "a container",
        environment: [
          "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1:PORT/container/v1",
          "AWS_CONTAINER_AUTHORIZATION_TOKEN": "container-s3cret",
        ],
        asked: ["GET container/v1"]
      ),
      Source(
        name: "an instance",
        environment: [
          "AWS_EC2_METADATA_DISABLED": "false", "AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:PORT/imds",
          "AWS_METADATA_SERVICE_TIMEOUT": "60",
        ],
        asked: ["PUT latest/api/token"]
      ),
      Source(
        name: "a web identity",
        environment: ["AWS_WEB_IDENTITY_TOKEN_FILE": "HOME/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/StackOps"],
        asked: ["AssumeRoleWithWebIdentity StackOps"]
      ),
      Source(
        name: "a role of a role",
        config: """
          [default]
          role_arn = arn:aws:iam::1:role/StackOps
          source_profile = base
          [profile base]
          aws_access_key_id = AKIABASE
          aws_secret_access_key = base-key-s3cret
          """,
        asked: ["AssumeRole StackOps as AKIABASE"]
      ),
      Source(
        name: "aws login",
        config: "[default]\nlogin_session = arn:aws:iam::123456789012:user/ana\n",
        asked: ["CreateOAuth2Token refresh_token"]
      ),
    ]

    @Test(arguments: sources)
    func `a list is read with the keys that come from there`(source: Source) async throws {
      let key = TemporaryKeys.key("FIRST")
      let login = P256.Signing.PrivateKey()
      let emulator = try LiveEmulator("--seed", "1x1x1", faults: TemporaryKeys.faults(keys: [key]))
      try await WatchedServices.run(keys: [key]) { rules in
        rules.loginKey = login.publicKey.rawRepresentation
        rules.containerToken = source.name == "a container" ? "container-s3cret" : nil
      } _: { services, port in
        let home = try AWSHome(config: "")
        func filled(_ text: String) -> String {
          text.replacing("PORT", with: "\(port)").replacing("HOME", with: home.path)
        }
        try home.write(filled(source.config), to: ".aws/config")
        try home.write("web-s3cret\n", to: "token")
        try home.write(Self.loginSession(login), to: Self.loginCache)
        try home.write(Self.program(key), to: "give keys")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: "\(home.path)/give keys")
        var environment = home.environment.merging(source.environment.mapValues(filled)) { $1 }
        environment["AWS_ENDPOINT_URL"] = emulator.endpoint.description
        environment["AWS_ENDPOINT_URL_STS"] = "http://127.0.0.1:\(port)/sts"
        environment["AWS_ENDPOINT_URL_SIGNIN"] = "http://127.0.0.1:\(port)/signin"
        let listed = try console(["stacks"] + home.logging, environment: environment)
        #expect(listed.status == .exited(0), "\(listed.standardError)")
        #expect(listed.standardOutput.contains("stack-0001"))
        #expect(try await emulator.rawLog().map { $0["accessKeyId"]?.text } == ["ASIAFIRST"])
        for (line, wanted) in zip(services.log, source.asked) { #expect(line.hasPrefix(wanted)) }
        #expect(services.log.isEmpty == source.asked.isEmpty)
      }
    }

    /// The SHA-256 of the session's name.
    private static let loginCache =
      ".aws/login/cache/b2b5a3795600f77a089fcfb9343ad775fd5212cd31b1bbdc2bb1397fd1b68abf.json"

    /// A session of `aws login` whose keys are about to end.
    private static func loginSession(_ key: P256.Signing.PrivateKey) -> String {
      let pem = key.pemRepresentation
      SecretWatch.add("login-token-s3cret", String(pem.split(separator: "\n")[1]))
      return """
        {"accessToken": {"accessKeyId": "ASIALOGIN", "secretAccessKey": "login-key-s3cret",
        "sessionToken": "login-token-s3cret", "accountId": "123456789012",
        "expiresAt": "\(Date(timeIntervalSinceNow: 60).formatted(.iso8601))"}, "tokenType": "aws_sigv4",
        "refreshToken": "login-refresh-s3cret-1", "idToken": "id-s3cret",
        "clientId": "arn:aws:signin:::devtools/same-device", "dpopKey": "\(pem.replacing("\n", with: "\\n"))"}
        """
    }

    /// A program that gives `key` when it is asked for it by its name.
    private static func program(_ key: Credentials) -> String {
      """
      #!/bin/sh
      [ "$1" = FIRST ] || exit 3
      cat <<END
      {"Version": 1, "AccessKeyId": "\(key.accessKeyID)", "SecretAccessKey": "\(key.secretAccessKey.exposed)",
      "SessionToken": "\(key.sessionToken?.exposed ?? "")"}
      END
      """
    }
  }
}
