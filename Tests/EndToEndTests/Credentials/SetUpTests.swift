import AWSClientCore
import AppStreamEmulator
import FoundationEssentials
import Screen
import TerminalTesting
import TestSupport
import Testing

extension EndToEnd {
  /// Set-ups that cannot be meant, through the real program.
  @Suite struct `Credentials set up wrong` {
    @Test(arguments: [
      (
        "[profile ops]\nregion = eu-west-1\naws_access_key_id = AKIAEMULATOR00000003\n[profile ops]\n"
          + "aws_secret_access_key = EmulatorSecretKeyThatIsNotARealOne000003\n",
        "in lines 1 and 4"
      ),
      ("[default]\nregion = eu-west-1\n[ops]\nregion = eu-west-1\n", "is [ops], which has to be [profile ops]"),
      ("[profile ops] # see [wiki]\nregion = eu-west-1\n", "Line 1 of"),
    ])
    func `a section that cannot be meant stops everything before anything is sent`(config: String, words: String) throws
    {
      let home = try AWSHome(config: config)
      let emulator = try LiveEmulator("--seed", "1x1x1")
      var environment = home.environment
      environment["AWS_ENDPOINT_URL"] = emulator.endpoint.description
      let result = try console(["stacks", "--profile", "ops"], environment: environment)
      #expect(result.status == .exited(5))
      #expect(result.standardError.contains(words), "\(result.standardError)")
    }

    @Test func `refused keys that hide a program are said to`() async throws {
      let emulator = try LiveEmulator("--seed", "1x1x1")
      let home = try AWSHome(config: "[default]\ncredential_process = /bin/false\n")
      try home.write(
        "[default]\naws_access_key_id = AKIASTALE\naws_secret_access_key = stale-s3cret\n",
        to: ".aws/credentials"
      )
      var environment = home.environment
      environment["AWS_ENDPOINT_URL"] = emulator.endpoint.description
      let result = try console(["stacks"] + home.logging, environment: environment)
      #expect(result.status == .exited(5))
      #expect(
        result.standardError.contains(
          "The credentials are those in profile default in \(home.path)/.aws/credentials, which go before its credential_process."
        ),
        "\(result.standardError)"
      )
    }

    /// The test's child has no terminal: nobody could be asked, and the program is ended after a minute, not after ten.
    @Test func `a program that nobody can speak with gets a session of its own, and a minute`() throws {
      let home = try AWSHome(config: "")
      try home.write("[default]\ncredential_process = \(home.path)/sessions\n", to: ".aws/config")
      // Field 6 of /proc/PID/stat is the session (proc_pid_stat(5)).
      try home.write(
        "#!/bin/sh\ncut -d' ' -f6 /proc/$$/stat > \(home.path)/own\ncut -d' ' -f6 /proc/$PPID/stat > \(home.path)/other\n",
        to: "sessions"
      )
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: "\(home.path)/sessions")
      _ = try console(["stacks"], environment: home.environment)
      #expect(try home.content(of: "own") != home.content(of: "other"))
    }

    @Test func `whoever is to type a list is told so`() throws {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["disassociate", "--users-from", "-", "--demo"],
        environment: [:],
        size: Size(rows: 24, columns: 80)
      )
      try terminal.waitUntil("the line") { $0.contains("Reading the list from the terminal") && $0.contains("Ctrl-D") }
      try terminal.type("nobody@example.com\r\u{4}")
      _ = try terminal.waitForExit()
    }

    @Test func `calls for keys are sent as often as all others`() async throws {
      let role = "[default]\nrole_arn = arn:aws:iam::1:role/ops\nsource_profile = base\n"
      let home = try AWSHome(
        config: role + "[profile base]\naws_access_key_id = A\naws_secret_access_key = base-key-s3cret\n"
      )
      try await WatchedServices.run(keys: []) { rules in
        rules.first[.sts] = Array(repeating: CredentialServices.answer(503, ""), count: 9)
      } _: { services, port in
        var environment = home.environment
        environment["AWS_ENDPOINT_URL"] = "http://127.0.0.1:\(port)/sts"
        environment["AWS_MAX_ATTEMPTS"] = "1"
        let result = try console(["stacks"], environment: environment)
        #expect(result.status == .exited(5), "\(result.standardError)")
        #expect(services.log == ["sts: prepared"])
      }
    }
  }
}
