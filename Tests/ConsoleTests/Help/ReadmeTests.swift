import FoundationEssentials
import Testing

@testable import Console

/// The README beside the tables that the keys are looked up in, and beside the files that its map names.
@Suite struct ReadmeTests {
  private static let root = "\(#filePath)".split(separator: "/").dropLast(4).map { "/\($0)" }.joined()

  /// The lines below the heading `title`, up to the next one.
  private func section(_ title: String) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: "\(Self.root)/README.md")), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    return Array(lines.drop { $0 != "## \(title)" }.dropFirst().prefix { !$0.hasPrefix("## ") })
  }

  @Test func `the README names every key of every screen, and none that is not there`() throws {
    let documented = try section("Keys").filter { $0.hasPrefix("| ") && $0.contains("`") }
    let movement = movementKeys.help
    let own: [ScreenKind] = [.list, .people, .plan, .run, .runs]
    let screens = own.map { screen in screen.keyHelp(.standard).filter { !movement.contains($0) }.map { row($0) } }
    let others = ScreenKind.allCases.filter { !own.contains($0) }.map { screen in
      screen.keyHelp(.standard).filter { !movement.contains($0) }.map { "| \(screen.title) \(row($0))" }
    }
    let editing = lineEditingKeys.help.map { "| \(lineEditingTitle) \(row($0))" }
    let expected = (generalKeys.help + movement).map { row($0) } + (screens + others).flatMap { $0 } + editing
    for line in expected { #expect(documented.contains(line), "missing: \(line)") }
    for line in documented { #expect(expected.contains(line), "no such key: \(line)") }
  }

  @Test func `the map of the code names files and folders that are there`() throws {
    let names = try section("The code").joined(separator: " ").matches(of: /`([A-Za-z+\/-]+(?:\.swift)?)`/).map {
      String($0.1)
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(Self.root)/Sources")
    #expect(names.count > 40)
    for name in names where name.contains("/") || name.hasSuffix(".swift") {
      let isThere = files.contains { "/\($0)".hasSuffix("/\(name)") || $0 == name }
      #expect(isThere, "\(name)")
    }
  }

  private func row(_ key: KeyHelp) -> String {
    let keys = key.typed.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
    return "| \(keys) | \(key.setting.map { "`\($0)`" } ?? "-") | \(key.meaning) |"
  }
}
