import FoundationEssentials
import TerminalTesting
import Testing

extension EndToEnd {
  /// What is typed after the program's name arrives, however the program was started.
  @Suite struct Arguments {
    private static let environments: [[String: String]] = [
      [:],
      ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"],
      ["SWIFT_BACKTRACE": ""],
      ["SWIFT_BACKTRACE": "enable=no"],
      ["SWIFT_BACKTRACE": String(repeating: "color=no,", count: 300)],
      Dictionary(uniqueKeysWithValues: (0..<500).map { ("VARIABLE_\($0)", "value") }),
    ]

    @Test(arguments: ["appstream-console", "appstream-emulator"], environments)
    func `reach the program in every environment`(program: String, environment: [String: String]) throws {
      let result = try run(program, [program, "--version"], environment)
      #expect(result.status == .exited(0))
      #expect(result.standardOutput.wholeMatch(of: /\d+\.\d+\.\d+ \(commit [0-9a-f]{12}( with changes)?\)\n/) != nil)
      #expect(result.standardError == "")
    }

    @Test(arguments: ["", " ", "-", "--demo", "-bash", "a/b/", "\u{1F4A3}", String(repeating: "x", count: 10_000)])
    func `reach the program under any name`(name: String) throws {
      let result = try run("appstream-console", [name, "stacks", "--demo", "--output", "csv"], [:])
      #expect(result.status == .exited(0))
      #expect(result.standardOutput.split(separator: "\r\n").count == 13)
    }

    @Test func `that are none at all, not even a name, open the console, which wants a terminal`() throws {
      let result = try run("appstream-console", [], ["AWS_EC2_METADATA_DISABLED": "true", "HOME": "/nonexistent"])
      #expect(result.status != .exited(0))
      #expect(result.standardError.hasPrefix("appstream-console: "))
    }

    @Test func `arrive by the thousand, in their order`() throws {
      let stacks = (0..<1000).flatMap { ["--stack", "stack-\($0)"] }
      let result = try run("appstream-console", ["x", "associations", "--demo"] + stacks, [:])
      #expect(result.status == .exited(2))
      #expect(result.standardError.contains("\"stack-0\""))
      let last = try run(
        "appstream-console",
        ["x", "stacks", "--demo"] + stacks.map { _ in "--ascii" } + ["--no"],
        [:]
      )
      #expect(last.status == .exited(2))
      #expect(last.standardError.contains("There is no option --no."))
    }

    private func run(
      _ program: String,
      _ vector: [String],
      _ environment: [String: String]
    ) throws -> ProgramUnderTest.Result {
      try ProgramUnderTest.run(
        path: ProgramUnderTest.path(of: program),
        argumentVector: vector,
        environment: environment
      )
    }
  }
}
