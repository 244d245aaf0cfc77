import ArgumentParser
import NcursesTerminal
import Testing

@testable import Program

@Suite struct ThemeChoiceTests {
  private static let refusal = ["NO_COLOR": "1"]

  private func theme(
    _ arguments: [String],
    setting: Theme? = nil,
    _ environment: [String: String] = [:]
  ) throws -> Theme {
    try GlobalOptions.parse(arguments).theme(setting: setting, environment: environment)
  }

  @Test func `it is dark unless somebody says otherwise`() throws {
    #expect(try theme([]) == .dark)
    #expect(try theme([], setting: .light) == .light)
    #expect(try theme(["--theme", "mono"], setting: .light) == .mono)
  }

  @Test func `NO_COLOR goes before the settings, and the command line before NO_COLOR`() throws {
    #expect(try theme([], setting: .light, Self.refusal) == .mono)
    #expect(try theme([], setting: .light, ["NO_COLOR": ""]) == .light)
    #expect(try theme(["--theme", "dark"], setting: .light, Self.refusal) == .dark)
    #expect(try theme(["--color", "always"], setting: .light, Self.refusal) == .light)
  }

  @Test func `no colours means none, whatever the theme`() throws {
    #expect(try theme(["--theme", "dark", "--color", "never"]) == .mono)
  }

  @Test func `a theme that is none is refused with those that are`() {
    #expect(throws: (any Error).self) { try theme(["--theme", "pink"]) }
    #expect(GlobalOptions.helpMessage(columns: 200).contains("(values: dark, light, mono)"))
  }
}
