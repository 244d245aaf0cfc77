import AWSClientCore
import AppStreamEmulator
import FoundationEssentials
import Glibc
import Screen
import TerminalTesting
import TestSupport
import Testing

extension EndToEnd {
  /// A profile of IAM Identity Center, as `aws configure sso` and `aws sso login` leave it.
  @Suite struct `IAM Identity Center` {
    private static let config = """
      [profile corp]
      sso_session = corp
      sso_account_id = 123456789012
      sso_role_name = StackOps
      [sso-session corp]
      sso_start_url = https://corp.awsapps.com/start
      sso_region = us-east-1
      """
    /// The SHA-1 of `corp`.
    private static let cache = ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json"

    /// What `aws sso login` writes.
    private static func token(_ access: String, endingIn seconds: TimeInterval, refresh: String) -> String {
      func time(_ seconds: TimeInterval) -> String { Date(timeIntervalSinceNow: seconds).formatted(.iso8601) }
      return """
        {"startUrl": "https://corp.awsapps.com/start", "region": "us-east-1", "accessToken": "\(access)",
        "expiresAt": "\(time(seconds))", "clientId": "client", "clientSecret": "client-s3cret",
        "registrationExpiresAt": "\(time(86_400))", "refreshToken": "\(refresh)"}
        """
    }

    private struct Scene {
      let emulator: LiveEmulator
      let home: AWSHome
      let services: CredentialServices
      let environment: [String: String]

      /// Somebody logs in again in another shell.
      func logIn() throws {
        services.change { $0.ssoToken = "sso-s3cret-again" }
        try home.write(token("sso-s3cret-again", endingIn: 28_800, refresh: "sso-refresh-s3cret-1"), to: cache)
      }

      /// Somebody ends the session, in the portal.
      func logOut() {
        services.change { $0.ssoToken = "sso-s3cret-of-nobody" }
      }
    }

    private static func run(
      keys: [Credentials],
      faults: String = "",
      token: String = token("sso-s3cret-1", endingIn: 28_800, refresh: "sso-refresh-s3cret-1"),
      _ body: (Scene) async throws -> Void
    ) async throws {
      let emulator = try LiveEmulator("--seed", "1x40x40", faults: TemporaryKeys.faults(faults, keys: keys))
      let home = try AWSHome(config: config)
      try home.write(token, to: cache)
      SecretWatch.add("sso-s3cret-again")
      try await WatchedServices.run(keys: keys) { services, port in
        let own = [
          "AWS_ENDPOINT_URL": emulator.endpoint.description, "AWS_PROFILE": "corp",
          "AWS_ENDPOINT_URL_SSO": "http://127.0.0.1:\(port)/sso",
          "AWS_ENDPOINT_URL_SSO_OIDC": "http://127.0.0.1:\(port)/oidc",
        ]
        let environment = home.environment.merging(own) { $1 }
        try await body(Scene(emulator: emulator, home: home, services: services, environment: environment))
      }
    }

    @Test func `whoever has logged in needs nothing else`() async throws {
      try await Self.run(keys: [TemporaryKeys.key("FIRST")]) { scene in
        let listed = try console(["stacks"] + scene.home.logging, environment: scene.environment)
        #expect(listed.status == .exited(0), "\(listed.standardError)")
        #expect(listed.standardOutput.contains("stack-0001"))
        #expect(scene.services.log == ["GetRoleCredentials role_name=StackOps&account_id=123456789012"])
      }
    }

    @Test func `a token that is about to end is renewed, and others can use it afterwards`() async throws {
      let keys = [TemporaryKeys.key("FIRST"), TemporaryKeys.key("SECOND")]
      let token = Self.token("sso-s3cret-1", endingIn: 600, refresh: "sso-refresh-s3cret-1")
      try await Self.run(keys: keys, token: token) { scene in
        let listed = try console(["stacks"] + scene.home.logging, environment: scene.environment)
        #expect(listed.status == .exited(0), "\(listed.standardError)")
        #expect(scene.services.log.map { $0.prefix { $0 != " " } } == ["CreateToken", "GetRoleCredentials"])
        let written = try JSONDecoder().decode(
          [String: String].self,
          from: Data(try scene.home.content(of: Self.cache).utf8)
        )
        #expect(written["accessToken"] == "sso-s3cret-2" && written["refreshToken"] == "sso-refresh-s3cret-2")
        #expect(try scene.home.mode(of: Self.cache) == 0o600)
        guard let aws = ThirdParty.aws else { return }
        let other = try ThirdParty.run(aws, ["appstream", "describe-stacks"], environment: scene.environment)
        #expect(other.status == .exited(0), "\(other.standardError)")
        #expect(scene.services.log.last?.hasPrefix("GetRoleCredentials") == true && scene.services.log.count == 3)
      }
    }

    @Test func `a session that has ended is told with what to do, before anything is asked`() async throws {
      let token = Self.token("sso-s3cret-1", endingIn: -60, refresh: "wrong")
      try await Self.run(keys: [], token: token) { scene in
        for arguments in [["stacks"], ["browse"]] {
          let result = try console(arguments + scene.home.logging, environment: scene.environment)
          #expect(result.status == .exited(5))
          #expect(result.standardError.contains("the session of IAM Identity Center has ended"))
          #expect(result.standardError.contains("run \"aws sso login --profile corp\"."))
        }
        #expect(try await scene.emulator.log().isEmpty)
      }
    }

    @Test func `a run on the command line waits for a login in another shell, and goes on`() async throws {
      let (first, second) = (TemporaryKeys.key("FIRST"), TemporaryKeys.key("SECOND"))
      try await Self.run(keys: [first, second], faults: TemporaryKeys.ending(first, after: 1)) { scene in
        let terminal = try EmulatedTerminal(
          executable: ProgramUnderTest.path(of: "appstream-console"),
          arguments: ["disassociate", "--stack", "stack-0001"] + scene.home.logging,
          environment: scene.environment,
          size: Size(rows: 60, columns: 160)
        )
        try terminal.waitUntil("the prompt") { $0.contains("40 from 1 stack") }
        scene.logOut()
        try terminal.confirm("40 from 1 stack")
        try terminal.waitUntil("the pause") {
          $0.contains("paused:") && $0.contains("run \"aws sso login --profile corp\" in another shell")
        }
        // Of the two calls on their way, either can be the one whose keys were still good.
        #expect([15, 25].contains(try await scene.emulator.users(on: "stack-0001").count))
        try scene.logIn()
        #expect(try terminal.waitForExit(timeout: .seconds(60)) == .exited(0))
        #expect(terminal.screen.contains("40 removed"))
        try await Self.expectEachSentOnce(on: scene.emulator)
      }
    }

    @Test func `a run in the console waits as well, says so at 80x24, and goes on`() async throws {
      let (first, second) = (TemporaryKeys.key("FIRST"), TemporaryKeys.key("SECOND"))
      try await Self.run(keys: [first, second], faults: TemporaryKeys.ending(first, after: 1)) { scene in
        let terminal = try EmulatedTerminal(
          executable: ProgramUnderTest.path(of: "appstream-console"),
          arguments: scene.home.logging,
          environment: scene.environment
        )
        let console = ConsoleUnderTest(terminal: terminal)
        try terminal.waitUntil("the rows") {
          $0.contains("40 of 40 shown") && $0.lines[0].contains("corp 123456789012")
        }
        scene.logOut()
        try terminal.type("ad")
        try terminal.waitUntil("the plan") { $0.contains("nothing has been sent") && $0.contains("40 from 1 stack") }
        try console.confirm("40 from 1 stack")
        try terminal.waitUntil("the pause") {
          let text = $0.lines.map { $0.drop { $0 == " " }.split(separator: "  ").first ?? "" }.joined(separator: " ")
          return text.contains("paused: the credentials are refused") && text.contains("the run goes on by itself")
            && text.contains("run \"aws sso login --profile corp\" in another shell")
        }
        try terminal.type("r")
        try terminal.waitUntil("what to do") { $0.contains("run \"aws sso login --profile corp\".") }
        try scene.logIn()
        try terminal.type("r")
        try terminal.waitUntil("the end", timeout: .seconds(60)) { $0.contains("40 removed   finished") }
        #expect(try console.leave() == .exited(0))
        try await Self.expectEachSentOnce(on: scene.emulator)
      }
    }

    /// What the terminal was sent, and the log, are searched for the keys and tokens when the terminal goes.
    @Test func `a crash gives the terminal back and shows no key`() async throws {
      try await Self.run(keys: [TemporaryKeys.key("FIRST")]) { scene in
        let terminal = try EmulatedTerminal(
          executable: ProgramUnderTest.path(of: "appstream-console"),
          arguments: scene.home.logging,
          environment: scene.environment
        )
        try terminal.waitUntil("the rows") { $0.contains("40 of 40 shown") }
        let limits = try String(contentsOf: URL(filePath: "/proc/\(terminal.pid)/limits"), encoding: .utf8)
        let cores = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
        #expect(cores?.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
        try terminal.signal(SIGSEGV)
        #expect(try terminal.waitForExit() == .signalled(SIGSEGV))
        #expect(terminal.normalScreenText != nil)
        #expect(try terminal.modes == .cooked)
      }
    }

    private static func expectEachSentOnce(on emulator: LiveEmulator) async throws {
      let writes = try await emulator.log().filter { $0.operation == "BatchDisassociateUserStack" }
      let entries = writes.filter { $0.status == 200 }.flatMap { $0.input?.userStackAssociations ?? [] }
      #expect(entries.count == 40 && Set(entries).count == 40)
    }
  }
}
