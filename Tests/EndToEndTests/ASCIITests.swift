import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// Terminals and readers that take no character outside ASCII: what the program writes has none.
  @Suite struct `Where only ASCII may be written` {
    /// By option, by locale, and by the settings.
    enum Reason: CaseIterable { case option, locale, settings }

    @Test(arguments: Reason.allCases)
    func `screens spell the other characters, in room of their own`(reason: Reason) throws {
      let settings = try SettingsHome(reason == .settings ? "[console]\nascii = true\n" : "")
      defer { settings.remove() }
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"] + (reason == .option ? ["--ascii"] : []),
        environment: ["XDG_CONFIG_HOME": settings.path].merging(reason == .locale ? ["LC_ALL": "C"] : [:]) { $1 },
        size: Size(rows: 40, columns: 160)
      )
      try terminal.waitUntil("every row") { $0.contains("900 of 900 shown") }
      for (filter, name) in [("ller@campus", "<U+00FC>ller@campus"), ("wide.name", "<U+754C>")] {
        try terminal.type("/")
        try terminal.type(filter)
        try terminal.press(.enter)
        try terminal.waitUntil("the rows of \(filter)") { $0.contains(name) }
        try terminal.waitUntilQuiet()
        try terminal.type("ad")
        try terminal.waitUntil("the plan") { $0.contains("nothing has been sent") && $0.contains("checked ") }
        try terminal.type("\u{1B}")
        try terminal.waitUntil("the list") { !$0.contains("nothing has been sent") }
        try terminal.waitUntilQuiet()
        try terminal.type("c/\u{1B}")
        try terminal.waitUntil("every row") { $0.contains("900 of 900 shown") }
      }
      #expect(terminal.output.allSatisfy { $0 < 0x80 })
    }

    @Test(arguments: Reason.allCases)
    func `tables, plan lines and messages spell them, and JSON escapes them`(reason: Reason) throws {
      let settings = try SettingsHome(reason == .settings ? "[console]\nascii = true\n" : "")
      defer { settings.remove() }
      let environment = ["XDG_CONFIG_HOME": settings.path].merging(reason == .locale ? ["LC_ALL": "C"] : [:]) { $1 }
      let option = reason == .option ? ["--ascii"] : []
      func run(_ arguments: String...) throws -> ProgramUnderTest.Result {
        try console(arguments + ["--demo"] + option, environment: environment)
      }
      let table = try run("users")
      #expect(table.standardOutput.contains("m<U+00FC>ller@campus.example"))
      let columns = Set(
        table.standardOutput.split(separator: "\n").filter { $0.contains("CONFIRMED") }
          .compactMap { line in line.firstRange(of: "CONFIRMED").map { line[..<$0.lowerBound].utf8.count } }
      )
      #expect(columns.count <= 2, "the column begins at one place, but for UNCONFIRMED")
      let plan = try run("disassociate", "--stack", "language-lab", "--dry-run")
      #expect(plan.standardError.contains("<U+00FC>"))
      let json = try run("users", "--output", "json")
      #expect(json.standardOutput.contains("m\\u00fcller@campus.example"))
      #expect(try json.json["Users"]?.elements.contains { $0["UserName"]?.text?.hasPrefix("山田") == true } == true)
      let message = try run("associations", "--stack", "büro")
      #expect(message.standardError.contains("b<U+00FC>ro"))
      let slip = try run("büro")
      #expect(slip.standardError.contains("b<U+00FC>ro"))
      let unknown = try run("runs", "show", "büro")
      #expect(unknown.standardError.contains("b<U+00FC>ro"))
      for result in [table, plan, json, message, slip, unknown] {
        #expect((result.standardOutput + result.standardError).utf8.allSatisfy { $0 < 0x80 })
      }
    }
  }
}
