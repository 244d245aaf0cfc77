/// All keys and commands of the console, by screen, for a reader without a screen: the manual page.
///
/// It comes from the tables that the keys themselves are looked up in.
package enum KeyReference {
  /// The keys of one screen.
  package struct Section: Sendable {
    package let title: String
    package let lines: [Line]
  }

  /// What is pressed or typed, such as `PgDn Ctrl-F`, and what that does.
  package struct Line: Sendable {
    package let name: String
    package let meaning: String
    /// What it is called in the section `[keys]` of the settings; `nil` where nothing there changes it.
    package let setting: String?
  }

  /// The keys that are the same everywhere, each screen's own, and the commands after `:`.
  package static let sections: [Section] =
    [section("Everywhere", generalKeys.help), section("In every list", movement)]
    + ScreenKind.allCases.map { screen in
      section(screen.title, screen.keyHelp(.standard).filter { !movement.contains($0) })
    }
    + [section(lineEditingTitle, lineEditingKeys.help)]
    + [section("Commands", Command.all.map(\.help)), section("The filter", filterGrammar)]

  private static let movement = movementBindings.map { $0.help }

  private static func section(_ title: String, _ keys: [KeyHelp]) -> Section {
    Section(title: title, lines: keys.map { Line(name: $0.typed, meaning: $0.meaning, setting: $0.setting) })
  }
}
