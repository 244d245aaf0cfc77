import FoundationEssentials
import TerminalTesting
import Testing

extension EndToEnd {
  /// What the manual page and the package's example get from the program's tables.
  @Suite struct `The manual page` {
    @Test func `names every variable of AWS that the sources read, and no other`() throws {
      let page = try console(["manual-sections"]).standardOutput
      let documented = Set(page.matches(of: /\.It Sy "\\&(AWS_[A-Z0-9_]+)"/).map { String($0.1) })
      let names = try Self.sources().flatMap { source in
        source.matches(of: /"(AWS_[A-Z0-9_]+)"|(AWS_EC2_METADATA_[A-Z0-9_]+)/).map { String($0.1 ?? $0.2 ?? "") }
      }
      // A kind of authentication, not a variable.
      let read = Set(names).subtracting(["AWS_AD"])
      // The sources put these names together.
      let composed: Set = [
        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "AWS_ENDPOINT_URL_APPSTREAM", "AWS_ENDPOINT_URL_STS",
      ]
      #expect(documented == read.union(composed))
    }

    @Test func `has a section for each thing that the options do not tell`() throws {
      let page = try console(["manual-sections"]).standardOutput
      let sections = page.split(separator: "\n").filter { $0.hasPrefix(".Sh ") }.map { $0.dropFirst(4) }
      #expect(sections == ["KEYS", "SETTINGS", "FILES", "ENVIRONMENT", "EXIT STATUS", "EXAMPLES"])
      for status in 0...5 { #expect(page.contains(".It Sy \"\\&\(status)\"\n")) }
    }

    @Test func `and the completions have the bounds, the times and the dry runs`() throws {
      let page = try console(["manual-sections"]).standardOutput
      for setting in ["at_most = 500", "at_most_percent = 50", "plan_valid = 24h"] {
        #expect(page.contains(".It Sy \"\\&[console] \(setting)\"\n"))
      }
      let help = try console(["disassociate", "--help"]).standardOutput
      let completions = try console(["--generate-completion-script", "bash"]).standardOutput
      for option in ["--at-most", "--valid-for"] {
        #expect(help.contains(option))
        #expect(completions.contains(option))
      }
      for command in ["resume", "retry", "undo"] {
        #expect(try console(["runs", command, "--help"]).standardOutput.contains("--dry-run"))
      }
    }

    @Test func `comes with an example of the settings that the program takes, with all of them on, too`() throws {
      let example = try console(["example-settings"])
      #expect(example.status == .exited(0))
      let all = example.standardOutput.replacing(/(?m)^# (\[|[a-z_-]+ = )/) { "\($0.1)" }
      #expect(all.contains("\nread_only = true\n"))
      for (text, ofRemoval) in [(example.standardOutput, CInt(1)), (all, 4)] {
        let home = try SettingsHome(text)
        defer { home.remove() }
        let environment = ["XDG_CONFIG_HOME": home.path]
        let list = try console(["stacks", "--demo"], environment: environment)
        #expect(list.status == .exited(0), "\(list.standardError)")
        let removal = try console(["disassociate", "--demo", "--stack", "visitors", "--yes"], environment: environment)
        #expect(removal.status == .exited(ofRemoval), "\(removal.standardError)")
      }
    }

    private static func sources() throws -> [String] {
      let root = "\(#filePath)".replacing("Tests/EndToEndTests/ManualTests.swift", with: "Sources")
      let paths = try FileManager.default.subpathsOfDirectory(atPath: root).filter { path in
        path.hasSuffix(".swift") && !path.contains("Manual/") && !path.contains("mulator")
      }
      return try paths.map { String(decoding: try Data(contentsOf: URL(filePath: "\(root)/\($0)")), as: UTF8.self) }
    }
  }
}
