import AppStream
import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// A list of forty leavers with the faults that such lists have, in a service that throttles and fails.
  @Suite struct `Forty leavers` {
    /// How the list comes into the console.
    enum Way: CaseIterable {
      case file, paste
    }

    private static let stacks = ["stack-0001", "stack-0002", "stack-0003"]
    private static let exact = (1...30).map { user($0) }
    private static let inOtherCase = (31...34).map { user($0).uppercased() }
    private static let unclear = user(35).uppercased()
    private static let twin = "User-000035@load.example"
    private static let onNoStack = (1...3).map { "on.none\($0)@load.example" }
    private static let nobody = ["jo.marsh@load.example", "who@other.example"]
    private static let leavers = exact + inOtherCase + [unclear] + onNoStack + nobody
    private static let failing = (user: user(7), stack: stacks[0])

    private static let faults = """
      {"faults":[
        {"fault":"throttle","rate":1,"burst":2,"operations":["BatchDisassociateUserStack"]},
        {"fault":"item","userName":"\(failing.user)","stackName":"\(failing.stack)","code":"INTERNAL_ERROR",\
      "operations":["BatchDisassociateUserStack"]}
      ]}
      """

    private static func user(_ number: Int) -> String { "user-0000\(number < 10 ? "0" : "")\(number)@load.example" }

    @Test(arguments: Way.allCases)
    func `are removed with five keys beside the names and the phrase, and the service agrees`(way: Way) async throws {
      let emulator = try LiveEmulator("--seed", "3x60x120", faults: Self.faults)
      for name in [Self.twin] + Self.onNoStack { try await create(name, in: emulator) }
      _ = try await emulator.call(
        "BatchAssociateUserStack",
        ["UserStackAssociations": [association(of: Self.twin, with: Self.stacks[0])]]
      )
      let before = try await associations(in: emulator)
      let home = try StateHome()
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "appstream-console"),
        environment: emulator.environment.merging(home.environment) { $1 }
      )
      try terminal.waitUntil("every row") { $0.contains("121 of 121 shown") }
      try terminal.waitUntilQuiet()

      var keys = try give(Self.leavers, way, to: terminal)
      try terminal.waitUntil("the report") { $0.contains("3 of 3 stacks read") && $0.contains("30 match exactly") }
      expectReport(on: terminal.screen)
      #expect(try await associations(in: emulator) == before)
      try terminal.press(.enter)
      try terminal.waitUntil("the marks") { $0.contains("60 rows of 30 people marked; 10 of the list not taken") }
      try terminal.type("d")
      keys += 2
      #expect(keys <= 5)
      try terminal.confirm("60 from 3 stacks")
      try terminal.waitUntil("the end of the run") {
        $0.contains("59 removed, 1 failed") && $0.contains("U undo 59")
      }

      let leaving = Set(Self.exact)
      let left = before.filter { !leaving.contains($0.userName) || $0.userName == Self.failing.user }
        .filter { $0.userName != Self.failing.user || $0.stackName == Self.failing.stack }
      #expect(try await associations(in: emulator) == left)
      #expect(before.count - left.count == 59)
    }

    /// Gives the list to the console.
    ///
    /// - Returns: How many keys that takes beside the file's name.
    private func give(_ people: [String], _ way: Way, to terminal: EmulatedTerminal) throws -> Int {
      switch way {
      case .paste:
        try terminal.type("\u{1B}[200~\(people.joined(separator: "\r"))\r\u{1B}[201~")
        return 0
      case .file:
        let file = try TemporaryFile(people.joined(separator: "\n"))
        defer { file.remove() }
        try terminal.type("m")
        try terminal.waitUntil("what the list is for") { $0.contains("m marks them, k keeps them") }
        try terminal.type("m")
        try terminal.waitUntil("the file's name") { $0.contains("Mark people from file (- for lines):") }
        try terminal.type(file.path)
        try terminal.press(.enter)
        try terminal.waitUntil("the report") { $0.contains("match exactly") }
        return 3
      }
    }

    private func expectReport(on screen: ScreenText) {
      for text in [
        "30 match exactly", "60 rows, 3 stacks", " 5 differ only in case",
        "line 31  USER-000031@LOAD.EXAMPLE  is user-000031@load.example (2 rows)",
        "line 35  USER-000035@LOAD.EXAMPLE  is User-000035 or user-000035: not taken",
        " 3 are in the pool and on none of the stacks read", " 2 nobody has", "line 39  jo.marsh@load.example",
        "line 40  who@other.example", "Enter marks 60 rows  + takes the 4 in other case (68)  w writes the 10",
      ] {
        #expect(screen.contains(text), "\(text) in \(screen.text)")
      }
    }

    private func create(_ name: String, in emulator: LiveEmulator) async throws {
      _ = try await emulator.call("CreateUser", ["UserName": .string(name), "AuthenticationType": "USERPOOL"])
    }

    private func association(of user: String, with stack: String) -> JSONValue {
      ["StackName": .string(stack), "UserName": .string(user), "AuthenticationType": "USERPOOL"]
    }

    /// Who is on which stack now, by the service's own record.
    private func associations(in emulator: LiveEmulator) async throws -> [Association] {
      var all: [Association] = []
      for stack in Self.stacks {
        all += try await emulator.users(on: stack).map {
          Association(stackName: stack, userName: $0, authenticationType: .userpool)
        }
      }
      return all
    }
  }
}
