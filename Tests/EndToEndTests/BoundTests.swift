import FoundationEssentials
import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// How much one run may be begun with.
  @Suite struct `Bounds on a run` {
    private static func environment(_ settings: SettingsHome) -> [String: String] {
      ["XDG_CONFIG_HOME": settings.path]
    }

    @Test func `under --yes 501 entries need more than that`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "2x251x502")
      let path = "\(home.path)/plan.json"
      let everybody = ["disassociate", "--stack", "stack-0001", "--stack", "stack-0002"]
      let refused = try console(everybody + ["--yes", "--plan-out", path], on: emulator, environment: home.environment)
      #expect(refused.status == .exited(4))
      #expect(refused.standardError.contains("502 entries on 2 stacks would be sent, and under --yes that may be 500"))
      #expect(refused.standardError.contains("\n  stack-0002: 251 of 251 people"))
      #expect(refused.standardOutput == "")
      let other = try console(everybody + ["--yes", "--at-most", "501"], on: emulator, environment: home.environment)
      #expect(other.status == .exited(4))
      #expect(other.standardError.contains("--at-most is 501"))
      #expect(try await emulator.batches().isEmpty)
      let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
      let hash = String(try #require(text.firstMatch(of: /[0-9a-f]{64}/)).output)
      let pinned = ["disassociate", "--plan", path, "--plan-sha256", hash, "--yes", "--output", "json"]
      let sent = try console(pinned, on: emulator, environment: home.environment)
      #expect(sent.status == .exited(0))
      #expect(try sent.json["Counts"]?["removed"] == .integer(502))
    }

    @Test func `settings bound every run, in numbers and shares, and no option raises them`() async throws {
      let emulator = try LiveEmulator("--seed", "2x12x24")
      let four = ["disassociate", "--stack", "stack-0001"] + (1...4).flatMap { ["--user", user($0)] } + ["--yes"]
      for (settings, words) in [
        ("at_most = 3", "4 entries on 1 stack would be sent, and the settings allow at_most = 3"),
        ("at_most_percent = 30", "at_most_percent = 30 in the settings allows"),
      ] {
        let home = try SettingsHome("[console]\n\(settings)\n")
        defer { home.remove() }
        let refused = try console(
          four + ["--at-most", "1000"],
          on: emulator,
          environment: Self.environment(home)
        )
        #expect(refused.status == .exited(4))
        #expect(refused.standardError.contains(words))
        #expect(refused.standardError.contains("\n  stack-0001: 4 of 12 people"))
        #expect(refused.standardOutput == "")
        let shown = try console(four + ["--dry-run"], on: emulator, environment: Self.environment(home))
        #expect(shown.status == .exited(0))
        #expect(shown.standardError.contains("This keeps it from being sent:"))
        #expect(shown.standardError.contains(words))
      }
      #expect(try await emulator.batches().isEmpty)
      let enough = try SettingsHome("[console]\nat_most = 4\nat_most_percent = 34\n")
      defer { enough.remove() }
      let sent = try console(four + ["--at-most", "4"], on: emulator, environment: Self.environment(enough))
      #expect(sent.status == .exited(0))
    }

    @Test func `bounds that are none are errors with their line`() throws {
      for (setting, words) in [
        ("at_most = 0", "at_most must be a whole number, 1 or more"),
        ("at_most = -5", "at_most must be a whole number, 1 or more"),
        ("at_most = many", "at_most must be a whole number, 1 or more"),
        ("at_most = 99999999999999999999", "at_most must be a whole number, 1 or more"),
        ("at_most =", "at_most must be a whole number, 1 or more"),
        ("at_most_percent = 101", "at_most_percent must be a whole number, 1 to 100"),
        ("at_most_percent = 50 %", "at_most_percent must be a whole number, 1 to 100"),
        ("plan_valid = 24", "plan_valid must be minutes, hours or days"),
        ("at_most = 5\nat_most = 9", "at_most is set twice"),
      ] {
        let home = try SettingsHome("[console]\n\(setting)\n")
        defer { home.remove() }
        let removal = try console(
          ["disassociate", "--demo", "--stack", "visitors", "--yes"],
          environment: Self.environment(home)
        )
        #expect(removal.status == .exited(2), "\(setting)")
        #expect(removal.standardError.contains(words), "\(setting): \(removal.standardError)")
        #expect(removal.standardError.contains("Line \(setting.contains("\n") ? 3 : 2) of "))
      }
    }

    @Test(arguments: [["--at-most", "0"], ["--at-most", "x"], ["--valid-for", "24"], ["--valid-for", "0h"]])
    func `an option that says no bound is a matter of usage`(option: [String]) throws {
      let result = try console(["disassociate", "--demo", "--stack", "visitors", "--yes"] + option)
      #expect(result.status == .exited(2))
      #expect(result.standardOutput == "")
    }

    @Test func `a console says that a plan is above a bound, and takes no confirmation of it`() async throws {
      let home = try StateHome()
      let settings = try SettingsHome("[console]\nat_most = 5\n")
      defer { settings.remove() }
      let emulator = try LiveEmulator("--seed", "2x3x6")
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        environment: emulator.environment.merging(home.environment) { $1 }.merging(Self.environment(settings)) { $1 },
        size: Size(rows: 40, columns: 120)
      )
      try terminal.waitUntil("all stacks to be read") { $0.contains("2 stacks, 2 read") }
      try terminal.type("a")
      try terminal.waitUntil("the marks") { $0.contains("6 marked") }
      try terminal.type("d")
      try terminal.waitUntil("the bound") { $0.contains("6 entries are more than the settings allow: at_most = 5.") }
      #expect(terminal.screen.contains("stack-0001: 3 of its 3 people"))
      #expect(!terminal.screen.contains("Type  "))
      try terminal.type("6 from 2\r")
      try terminal.waitUntil("the refusal") { $0.contains("6 entries are more") }
      try terminal.type("\u{1b}")
      try terminal.waitUntil("the list") { $0.contains("Nothing was sent.") }
      try terminal.type("qq")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(try await emulator.batches().isEmpty)
    }

    private func user(_ number: Int) -> String { `Disassociating on the command line`.user(number) }
  }
}
