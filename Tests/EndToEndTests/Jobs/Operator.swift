import FoundationEssentials
import Screen
import TerminalTesting
import Testing

/// Somebody at the console on 80x24, whose keys are counted; names and phrases that are typed are not.
struct Operator {
  let terminal: EmulatedTerminal
  let emulator: LiveEmulator
  let home: StateHome
  /// The keys so far.
  private(set) var keys = 0

  /// Opens the console, and waits for `rows` rows.
  init(on emulator: LiveEmulator, home: StateHome, rows: Int) throws {
    (self.emulator, self.home) = (emulator, home)
    terminal = try EmulatedTerminal(
      executable: ProgramUnderTest.path(of: "appstream-console"),
      environment: emulator.environment.merging(home.environment) { $1 }
    )
    try terminal.waitUntil("every row") { $0.contains("\(rows) of \(rows) shown") }
    try terminal.waitUntilQuiet()
  }

  /// Presses keys, each on what the one before has shown.
  mutating func press(_ keys: String) throws {
    for key in keys {
      self.keys += 1
      try terminal.type(String(key))
      try terminal.waitUntilQuiet()
    }
  }

  /// Enters a name or a filter at what `key` opens.
  mutating func enter(_ text: String, at key: String) throws {
    try press(key)
    try terminal.type(text)
    try terminal.waitUntilQuiet()
    try press("\r")
  }

  /// Types the phrase that is asked for, and Enter.
  mutating func confirm() throws {
    try terminal.waitUntil("the line that asks") { $0.contains("  and Enter:") }
    let match = try #require(terminal.screen.text.firstMatch(of: /Type  (.+?)  and Enter:/))
    try terminal.confirm(String(match.1))
    keys += 1
  }

  /// Waits until the counts of the run that is over are `counts`.
  func wait(for counts: String) throws {
    try terminal.waitUntil("the end of the run") { $0.contains(counts) && $0.contains("? help  q back") }
  }

  /// Who is on each of so many stacks now, by the service's own record: `stack-0001 user-000001@load.example`.
  func record(of stacks: Int) async throws -> Set<String> {
    var found: Set<String> = []
    for number in 1...stacks {
      let stack = "stack-000\(number)"
      for user in try await emulator.users(on: stack) { found.insert("\(stack) \(user)") }
    }
    return found
  }
}
