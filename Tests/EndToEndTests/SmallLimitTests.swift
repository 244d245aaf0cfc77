import TerminalTesting
import Testing

extension EndToEnd {
  /// The program where the system lets it have too little.
  @Suite struct `Small limits` {
    @Test(
      // With less than the first the loader of the system does not get as far.
      arguments: [("-v", 90_000), ("-v", 100_000), ("-v", 130_000), ("-d", 20_000), ("-d", 40_000), ("-n", 12)]
    )
    func `are said in a sentence, before anything else`(option: String, value: Int) throws {
      let result = try limited(option, value, "stacks", "--demo")
      #expect(result.status == .exited(4))
      #expect(result.standardError.contains("ulimit \(option) is \(value), and has to be at least "))
      #expect(result.standardError.split(separator: "\n").count == 1)
    }

    @Test func `leave the version and the help alone`() throws {
      let result = try limited("-n", 12, "--version")
      #expect(result.status == .exited(0))
    }

    @Test(arguments: [("-v", 2_000_000), ("-d", 1_000_000), ("-n", 1024)])
    func `that are not small are no obstacle`(option: String, value: Int) throws {
      #expect(try limited(option, value, "stacks", "--demo").status == .exited(0))
    }

    private func limited(_ option: String, _ value: Int, _ arguments: String...) throws -> ProgramUnderTest.Result {
      try ProgramUnderTest.run(
        path: "/bin/sh",
        arguments: [
          "-c", "ulimit \(option) \(value); exec \"$0\" \"$@\"", try ProgramUnderTest.path(of: "appstream-console"),
        ] + arguments
      )
    }
  }
}
