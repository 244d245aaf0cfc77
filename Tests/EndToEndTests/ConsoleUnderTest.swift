import FoundationEssentials
import Glibc
import Screen
import TerminalTesting

/// The console in a terminal of 120x40, with the steps that many tests share.
struct ConsoleUnderTest {
  let terminal: EmulatedTerminal

  /// One that is open in `terminal`.
  init(terminal: EmulatedTerminal) {
    self.terminal = terminal
  }

  /// Opens it on `emulator`; journals are kept in `home`.
  ///
  /// - Parameter ignoresHangUp: Whether SIGHUP is ignored from the start, as nohup(1) and some parents have it.
  init(on emulator: LiveEmulator, home: StateHome, ignoresHangUp: Bool = false) throws {
    let program = try ProgramUnderTest.path(of: "appstream-console")
    terminal = try EmulatedTerminal(
      executable: ignoresHangUp ? "/bin/sh" : program,
      arguments: ignoresHangUp ? ["-c", "trap '' HUP; exec \"$0\"", program] : [],
      environment: emulator.environment.merging(home.environment) { $1 },
      size: Size(rows: 40, columns: 120)
    )
  }

  /// Marks all rows of `stacks` stacks, and plans to remove them.
  func plan(_ entries: Int, on stacks: Int) throws {
    try terminal.waitUntil("all stacks to be read") { $0.contains("\(stacks) stacks, \(stacks) read") }
    try terminal.type("a")
    try terminal.waitUntil("the marks") { $0.contains("\(entries) marked") }
    try terminal.type("d")
    try terminal.waitUntil("the plan") {
      $0.contains("\(entries) from \(stacks) stacks") && $0.contains("nothing has been sent")
    }
  }

  /// Confirms a plan with `phrase` and Enter.
  func confirm(_ phrase: String) throws {
    try terminal.confirm(phrase)
  }

  /// Leaves the screens one by one, and the program.
  func leave() throws -> ProgramEnding {
    try terminal.type("qqqq")
    return try terminal.waitForExit()
  }
}

extension EmulatedTerminal {
  /// Types `phrase` as soon as it is asked for, on a screen or in plain lines, and Enter by itself.
  func confirm(_ phrase: String) throws {
    try typePhrase(phrase)
    // Enter counts only some time after everything that came before it.
    try waitUntilQuiet(for: .milliseconds(350))
    try type("\r")
  }

  /// Types `phrase` as soon as it is asked for, all at once.
  func typePhrase(_ phrase: String) throws {
    try waitUntil("the line that asks") { $0.contains("Type  \(phrase)  and Enter:") }
    try type(phrase)
    try waitUntil("the phrase") { $0.contains("Enter:  \(phrase)") }
  }
}

/// What a process has cost so far (proc(5), `/proc/PID/stat`).
struct ProcessTimes {
  /// In ticks of `sysconf(_SC_CLK_TCK)`.
  let ticks: Int

  /// `nil` when there is no such process any more.
  init?(of pid: pid_t) {
    guard let text = try? String(contentsOf: URL(filePath: "/proc/\(pid)/stat"), encoding: .utf8) else { return nil }
    // The name before it may hold blanks; user and system time are fields 14 and 15 of all.
    let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
    guard fields.count > 13, let user = Int(fields[12]), let system = Int(fields[13]) else { return nil }
    ticks = user + system
  }

  var seconds: Double { Double(ticks) / Double(sysconf(Int32(_SC_CLK_TCK))) }
}
