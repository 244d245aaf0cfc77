import FoundationEssentials
import Testing

@testable import Console

@Suite struct ReadmeTests {
  @Test func `the README names every key, and none that is not there`() throws {
    let path = "\(#filePath)".replacing("Tests/ConsoleTests/Help/ReadmeTests.swift", with: "README.md")
    let readme = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let documented = readme.split(separator: "\n").filter { $0.hasPrefix("| `") && !$0.hasPrefix("| `AWS") }
    let tables = generalKeys.help + listKeys.help + planKeys.help + runKeys.help
    let expected = tables.map { key in
      "| \(key.name.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")) | \(key.meaning) |"
    }
    for line in expected { #expect(documented.contains { $0 == line }, "missing: \(line)") }
    for line in documented where !line.hasPrefix("| `AppStream`") && !line.hasPrefix("| `Runs`") {
      #expect(expected.contains(String(line)), "no such key: \(line)")
    }
  }
}
