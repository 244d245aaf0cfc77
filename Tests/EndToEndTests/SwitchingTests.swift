import AppStreamEmulator
import FoundationEssentials
import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite struct `Another profile or Region` {
    /// Lets so many stacks be read at once, and the others so slowly that a call is on its way when it is not wanted
    /// any more.
    private static func slowly(after calls: Int) -> String {
      """
      {"faults":[
        {"fault":"delay","milliseconds":2000,"after":\(calls),"times":3,"operations":["DescribeUserStackAssociations"]}
      ]}
      """
    }

    private static func profile(_ name: String, _ emulator: LiveEmulator, _ key: EmulatorKeys.Key) -> String {
      """
      [profile \(name)]
      region = eu-west-1
      endpoint_url = \(emulator.endpoint)
      aws_access_key_id = \(key.accessKeyID)
      aws_secret_access_key = \(key.secretAccessKey)

      """
    }

    private static func console(_ config: TemporaryFile, _ arguments: String...) throws -> EmulatedTerminal {
      try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: arguments,
        environment: ["AWS_CONFIG_FILE": config.path],
        size: Size(rows: 40, columns: 120)
      )
    }

    @Test func `shows the other account's rows under its own header, and never one's under the other's`() async throws {
      let first = try LiveEmulator("--seed", "3x4x12", faults: Self.slowly(after: 2))
      // Both have a stack of the same name, so that a late answer about it would be believed.
      let second = try LiveEmulator("--seed", "4x3x8", faults: Self.slowly(after: 0))
      let config = try TemporaryFile(
        Self.profile("first", first, EmulatorKeys.user) + Self.profile("second", second, EmulatorKeys.otherAccount)
      )
      defer { config.remove() }
      let terminal = try Self.console(config, "--profile", "first")
      let (own, other) = (EmulatorKeys.user.identity.account, EmulatorKeys.otherAccount.identity.account)
      try terminal.waitUntil("two of three stacks") {
        $0.contains("3 stacks, 2 read") && $0.contains("first \(own)")
      }
      try terminal.type(":profile sec\t\r")
      var mixed: [String] = []
      func isPure(_ screen: ScreenText) -> Bool {
        screen.lines[0].contains("second")
          ? !screen.contains("3 stacks,") && !screen.contains(own) && !screen.contains("failed")
          : !screen.contains("4 stacks,") && !screen.contains(other)
      }
      try terminal.waitUntil("the other account") {
        if !isPure($0) { mixed.append($0.text) }
        return $0.contains("4 stacks, 4 read") && $0.contains("second \(other)")
      }
      #expect(mixed.isEmpty, "\(mixed.first ?? "")")
      #expect(try await second.log().allSatisfy { $0.status == 200 })
      try terminal.type(":profile first\r")
      try terminal.waitUntil("the first account again") {
        $0.contains("3 stacks, 3 read") && $0.contains("first \(own)")
      }
      try terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `is asked for in that Region`() async throws {
      let emulator = try LiveEmulator("--seed", "2x3x4")
      let config = try TemporaryFile(Self.profile("first", emulator, EmulatorKeys.user))
      defer { config.remove() }
      let terminal = try Self.console(config, "--profile", "first")
      try terminal.waitUntil("the account") { $0.contains("2 stacks, 2 read") }
      try terminal.type(":reg us-e")
      try terminal.waitUntil("completion") { $0.contains("us-east-1  us-east-2") }
      try terminal.type("ast-2\r")
      try terminal.waitUntil("the Region") {
        $0.lines[0].contains("us-east-2") && $0.contains("2 stacks, 2 read")
      }
      let regions = try await emulator.rawLog().compactMap { $0["region"]?.text }
      #expect(Set(regions) == ["eu-west-1", "us-east-2"])
      #expect(regions == regions.sorted())
      try terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `that cannot be had is told, and everything stays`() async throws {
      let emulator = try LiveEmulator("--seed", "2x3x4")
      let config = try TemporaryFile(
        Self.profile("first", emulator, EmulatorKeys.user) + "[profile empty]\nregion = eu-west-1\n"
      )
      defer { config.remove() }
      let terminal = try Self.console(config, "--profile", "first")
      try terminal.waitUntil("the account") { $0.contains("2 stacks, 2 read") }
      try terminal.type("a")
      try terminal.waitUntil("the marks") { $0.contains("4 marked") }
      let refused = [
        (":profile nobody", "nobody"), (":profile empty", "No AWS credentials were found."),
        (":region not.a.region", "not.a.region"),
      ]
      for (command, word) in refused {
        try terminal.type("\(command)\r")
        try terminal.waitUntil("the question") { $0.contains("marks are not kept when") }
        try terminal.confirm("drop marks")
        try terminal.waitUntil("the reason") {
          !$0.contains("Opening") && !$0.contains("drop marks") && $0.contains(word)
        }
        #expect(terminal.screen.contains("4 marked") && terminal.screen.contains("first 123456789012"))
      }
      try terminal.type("qq")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }
}
