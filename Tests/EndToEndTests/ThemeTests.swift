import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// What the console looks like, by option, settings and environment.
  @Suite struct `The theme` {
    @Test(
      arguments: [
        ([], "", [:], .indexed(3)), (["--theme", "light"], "", [:], .indexed(5)),
        ([], "theme = light", [:], .indexed(5)),
        (["--theme", "dark"], "theme = light", [:], .indexed(3)), ([], "", ["NO_COLOR": "1"], .ofTerminal),
        ([], "theme = light", ["NO_COLOR": "1"], .ofTerminal), ([], "theme = light", ["NO_COLOR": ""], .indexed(5)),
        (["--theme", "light"], "", ["NO_COLOR": "1"], .indexed(5)), (["--theme", "mono"], "", [:], .ofTerminal),
      ] as [([String], String, [String: String], ScreenText.Colour)]
    )
    func `is what the command line says, else NO_COLOR, else the settings`(
      arguments: [String],
      setting: String,
      environment: [String: String],
      colour: ScreenText.Colour
    ) throws {
      let settings = try SettingsHome("[console]\n\(setting)\n")
      defer { settings.remove() }
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        arguments: ["--demo"] + arguments,
        environment: environment.merging(["XDG_CONFIG_HOME": settings.path]) { $1 }
      )
      try terminal.waitUntil("every row") { $0.contains("900 of 900 shown") }
      try terminal.type(" ")
      try terminal.waitUntil("the mark") { $0.contains("1 marked") && $0.rows[3][1].text == "*" }
      #expect(terminal.screen.rows[3][1].look.foreground == colour)
      let coloured = terminal.screen.rows.joined().contains { $0.look.foreground != .ofTerminal }
      #expect(coloured == (colour != .ofTerminal))
    }

    @Test func `that is none is refused by option and by settings`() throws {
      let option = try console(["stacks", "--demo", "--theme", "pink"])
      #expect(option.status == .exited(2))
      #expect(option.standardError.contains("'pink'"))
      let settings = try SettingsHome("[console]\ntheme = pink\n")
      defer { settings.remove() }
      let setting = try console(["stacks", "--demo"], environment: ["XDG_CONFIG_HOME": settings.path])
      #expect(setting.status == .exited(2))
      #expect(setting.standardError.contains("theme must be one of dark, light, mono"))
    }
  }
}
