import FoundationEssentials
import Glibc
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// A run goes on without its terminal.
  @Suite struct `A run in the background` {
    private static let slow =
      #"{"faults":[{"fault":"delay","milliseconds":1500,"operations":["BatchDisassociateUserStack"]}]}"#

    @Test func `ends as ever without touching the terminal, and shows what became of it when it is back`() throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "3x20x60", faults: Self.slow)
      let console = try ConsoleUnderTest(on: emulator, home: home)
      let terminal = console.terminal
      try console.plan(60, on: 3)
      try console.confirm("60 from 3 stacks")
      try terminal.waitUntil("the run") { $0.contains("of 60 sent") }
      try terminal.signal(SIGSTOP)
      try terminal.waitForStop()
      try terminal.overwrite("\u{1B}[?1049l\u{1B}[?2004l$ bg\r\n$ ")
      try terminal.setCookedModes()
      let before = terminal.bytesReceived
      try terminal.signal(SIGCONT)
      try terminal.type("x\rls\r")
      try terminal.waitUntilQuiet(for: .milliseconds(300))
      // What the driver echoes of the line that the shell is typed is not the console's.
      let echoed = terminal.bytesReceived
      #expect(echoed - before <= "x\r\nls\r\n".utf8.count)
      func types() throws -> [String] { try home.runs.first.map { try home.recordTypes(of: $0) } ?? [] }
      try terminal.waitUntil("the end of the run") { _ in try types().last == "finished" }
      #expect(terminal.bytesReceived == echoed)
      #expect(try terminal.modes == .cooked)
      #expect(try !types().contains("stopping"))

      try terminal.continueInForeground()
      try terminal.waitUntil("the summary") { $0.isAlternate && $0.contains("60 removed") }
      #expect(try terminal.modes != .cooked)
      #expect(try console.leave() == .exited(0))
    }
  }

  /// The console as a job of a real shell, which has the terminal in between.
  @Suite struct `The console in the background` {
    private let shell: EmulatedTerminal

    init() throws {
      shell = try EmulatedTerminal(
        executable: "/bin/bash",
        arguments: ["--norc", "--noprofile", "-i"],
        environment: ["CONSOLE": ProgramUnderTest.path(of: "appstream-console"), "PS1": "$ "]
      )
      try shell.waitUntil("the shell") { $0.contains("$") }
    }

    @Test func `neither draws nor reads after Ctrl-Z and bg, and after fg keys arrive`() throws {
      try open()
      try shell.press(.control("z"))
      try expectPrompt()
      try shell.type("bg\r")
      try expectSilence()
      try say("echo j$((1))a")
      try shell.waitUntil("the shell to have the keys") { $0.contains("j1a") }
      try expectSilence()
      try bringBack()
    }

    @Test func `neither draws nor reads after it was stopped from outside and bg`() throws {
      try open()
      #expect(kill(try job(), SIGSTOP) == 0)
      try shell.waitUntilQuiet()
      // The shell cannot know that the screen is another one; its user clears it.
      try shell.type("bg; printf '\\033[?1049l'\r")
      try expectSilence()
      try say("echo j$((1))a")
      try shell.waitUntil("the shell to have the keys") { $0.contains("j1a") }
      try expectSilence()
      try bringBack()
    }

    @Test func `waits as any other where it is started there`() throws {
      try say("$CONSOLE --demo &")
      try say("until jobs | grep -q Stopped; do :; done; echo it is $((1))st")
      try shell.waitUntil("it to be stopped") { $0.contains("it is 1st") }
      #expect(!String(decoding: shell.output, as: UTF8.self).contains("\u{1B}[?1049h"))
      try bringBack()
    }

    @Test func `ends there without a word to the terminal`() throws {
      try open()
      try shell.press(.control("z"))
      try expectPrompt()
      try shell.type("bg\r")
      try expectSilence()
      try say("kill %1; wait %1; echo it ended with $?.")
      try shell.waitUntil("it to end") { $0.contains("it ended with 0.") }
      #expect(!shell.screen.isAlternate)
    }

    /// The only child of the shell.
    private func job() throws -> pid_t {
      let shell = try shell.pid
      let children = try String(contentsOf: URL(filePath: "/proc/\(shell)/task/\(shell)/children"), encoding: .utf8)
      return try #require(children.split(separator: " ").first.flatMap { pid_t($0) })
    }

    private func say(_ line: String) throws {
      try shell.type("\(line)\r")
    }

    private func open() throws {
      try say("$CONSOLE --demo")
      try shell.waitUntil("the list") { $0.isAlternate && $0.contains("? help") }
      try shell.waitUntilQuiet(for: .milliseconds(300))
    }

    private func expectPrompt() throws {
      try shell.waitUntil("the shell's prompt") { !$0.isAlternate && $0.contains("Stopped") }
    }

    /// Nothing comes for longer than the console takes to look whether it is in the foreground.
    private func expectSilence() throws {
      try shell.waitUntilQuiet()
      let before = shell.bytesReceived
      try shell.waitUntilQuiet(for: .milliseconds(700))
      #expect(shell.bytesReceived == before)
      #expect(!shell.screen.isAlternate)
    }

    private func bringBack() throws {
      try say("fg")
      try shell.waitUntil("the list") { $0.isAlternate && $0.contains("? help") }
      #expect(try shell.modes != .cooked)
      try shell.type("?")
      try shell.waitUntil("the help") { $0.contains("-- HELP") }
      try shell.type("\u{1B}")
      try shell.waitUntil("the list again") { !$0.contains("-- HELP") }
      try shell.type("q")
      try shell.waitUntil("the prompt") { !$0.isAlternate }
    }
  }
}
