import Glibc
import Screen
import TerminalTesting
import Testing

extension TerminalSuite {
  /// However the program ends, the shell after it finds the terminal as it was.
  @Suite struct GivingBackTests {
    @Test func `leaving puts everything back, and what is printed afterwards stays`() throws {
      let terminal = try started()
      #expect(try terminal.modes != .cooked)
      try terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
      try expectGivenBack(terminal)
      #expect(terminal.normalScreenText == "left after 1 notes: character(\"q\") alone")
    }

    @Test func `while the program runs, keys come raw and are not shown`() throws {
      let terminal = try started()
      let modes = try terminal.modes
      #expect(
        !modes.echoes && !modes.isLineByLine && !modes.hasSignalKeys && !modes.hasFlowControl && !modes.mapsReturn
      )
      #expect(terminal.pasteMarks == "h")
    }

    @Test(arguments: ["q", "!", "A", "x"])
    func `the window's title is given back, however the program ends`(key: String) throws {
      let terminal = try started("title")
      #expect(terminal.wrote("\u{1B}[22;2t"))
      try terminal.type("T")
      try terminal.waitUntil("the key") { $0.contains("character(\"T\") alone") }
      #expect(terminal.wrote("\u{1B}]2;fixture hostile<U+0007><U+001B>[2J<U+009C>\u{7}"))
      try terminal.type(key)
      _ = try terminal.waitForExit()
      try expectGivenBack(terminal)
      #expect(terminal.wrote("\u{1B}]2;\u{7}\u{1B}[23;2t"))
    }

    @Test(arguments: [("bell", true), ("dark", false)])
    func `title and bell are sent only where they are wished for`(option: String, rings: Bool) throws {
      let terminal = try started(option)
      try terminal.type("Tb")
      try terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(terminal.output.contains(7) == rings)
      for part in ["]2;", "[22;2t", "[23;2t"] { #expect(!terminal.wrote("\u{1B}\(part)")) }
    }

    @Test(arguments: ["q", "!", "A", "x"])
    func `the mouse is given back, however the program ends`(key: String) throws {
      let terminal = try started("mouse")
      #expect(terminal.mouseReports == "h")
      try terminal.type("\u{1B}[<0;5;3M")
      try terminal.waitUntil("the press") { $0.contains("press 2,4") }
      try terminal.type(key)
      _ = try terminal.waitForExit()
      try expectGivenBack(terminal)
      #expect(terminal.mouseReports == "l")
    }

    @Test func `without a wish for it nothing is sent about the mouse, and its reports are nothing`() throws {
      let terminal = try started()
      try terminal.type("\u{1B}[<0;5;3M")
      try terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(terminal.mouseReports == nil)
      // The report and the key may share a read, in which the key is not alone.
      #expect(terminal.normalScreenText?.hasPrefix("left after 1 notes: character(\"q\")") == true)
    }

    @Test(arguments: ["dark", "unwatched"], [SIGTERM, SIGHUP, SIGINT])
    func `a signal that ends the program gives the terminal back`(option: String, signal: CInt) throws {
      let terminal = try started(option)
      try terminal.signal(signal)
      #expect(try terminal.waitForExit() == (option == "unwatched" ? .signalled(signal) : .exited(0)))
      try expectGivenBack(terminal)
    }

    /// By default each ends a program (signal(7)); the last are real-time signals.
    @Test(
      arguments: ["dark", "unwatched"],
      [
        SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGSYS, SIGXCPU, SIGXFSZ, SIGPWR, SIGSTKFLT, SIGPIPE, 34,
        64,
      ]
    )
    func `a signal that nobody watches for gives the terminal back, and ends the program`(
      option: String,
      signal: CInt
    ) throws {
      let terminal = try started(option)
      try terminal.signal(signal)
      #expect(try terminal.waitForExit() == .signalled(signal))
      try expectGivenBack(terminal)
    }

    @Test(arguments: [SIGTTIN, SIGTTOU])
    func `a signal that stops the program gives the terminal back until it goes on`(signal: CInt) throws {
      let terminal = try started()
      try terminal.signal(signal)
      try terminal.waitForStop()
      try expectGivenBack(terminal)
      try terminal.continueInForeground()
      try terminal.waitUntil("the frame") { $0.isAlternate && $0.lines[0] == "fixture 80x24" }
    }

    @Test(arguments: [nil, SIGTERM, SIGUSR1])
    func `an answer that is under way is not typed into the shell`(signal: CInt?) throws {
      let terminal = try started()
      try terminal.waitUntilQuiet()
      terminal.link = Link(bytesPerSecond: nil, latency: .milliseconds(signal == SIGUSR1 ? 50 : 300))
      try terminal.type("j")
      try terminal.waitUntil("the key") { $0.contains("character(\"j\")") }
      if let signal { try terminal.signal(signal) } else { try terminal.type("q") }
      _ = try terminal.waitForExit()
      try terminal.waitUntilQuiet(for: .milliseconds(400))
      #expect(try terminal.modes == .cooked)
      // The driver would have echoed it.
      #expect(terminal.normalScreenText?.contains("[0n") == false)
    }

    @Test func `a terminal that answers nothing is not waited for`() throws {
      let terminal = try EmulatedTerminal(executable: ProgramUnderTest.path(of: "terminal-fixture"))
      terminal.link.answers = false
      try terminal.waitUntil("the first frame") { $0.contains("end") }
      try terminal.wait(until: .now + .seconds(2))
      let start = ContinuousClock.now
      try terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(ContinuousClock.now - start < .milliseconds(500))
      try expectGivenBack(terminal)
    }

    @Test func `a signal from the terminal's driver gives the terminal back`() throws {
      let terminal = try started("unwatched")
      try terminal.setCookedModes()
      try terminal.send([0x03])
      #expect(try terminal.waitForExit() == .signalled(SIGINT))
      try expectGivenBack(terminal)
    }

    @Test func `a quit signal gives the terminal back`() throws {
      let terminal = try started()
      try terminal.signal(SIGQUIT)
      #expect(try terminal.waitForExit() == .signalled(SIGQUIT))
      try expectGivenBack(terminal)
    }

    @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT])
    func `a crash gives the terminal back`(signal: CInt) throws {
      let terminal = try started()
      try terminal.signal(signal)
      #expect(try terminal.waitForExit() == .signalled(signal))
      try expectGivenBack(terminal)
    }

    @Test func `after a trap the terminal is back and Swift's own report is on it`() throws {
      let terminal = try started(size: Size(rows: 50, columns: 200))
      try terminal.type("!")
      let status = try terminal.waitForExit()
      #expect(status == .signalled(SIGILL) || status == .signalled(SIGTRAP))
      try expectGivenBack(terminal)
      #expect(String(decoding: terminal.output, as: UTF8.self).contains("Fatal error: Index out of range"))
    }

    @Test func `an abort gives the terminal back`() throws {
      let terminal = try started()
      try terminal.type("A")
      #expect(try terminal.waitForExit() == .signalled(SIGABRT))
      try expectGivenBack(terminal)
    }

    @Test func `a call of exit gives the terminal back`() throws {
      let terminal = try started()
      try terminal.type("x")
      #expect(try terminal.waitForExit() == .exited(3))
      try expectGivenBack(terminal)
    }

    @Test(arguments: ["dark", "unwatched"])
    func `a program whose terminal is gone ends`(option: String) throws {
      let terminal = try started(option)
      terminal.close()
      let status = try terminal.waitForExit()
      #expect(status == .exited(0) || (option == "unwatched" && status == .signalled(SIGHUP)))
    }

    private func started(_ option: String = "dark", size: Size = EmulatedTerminal.usualSize) throws -> EmulatedTerminal
    {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "terminal-fixture"),
        arguments: [option],
        // The runtime's report of a crash would ask a question first, and wait half a minute for an answer.
        environment: ["SWIFT_BACKTRACE": "interactive=no,color=no"],
        size: size
      )
      try terminal.waitUntil("the first frame") { $0.contains("end") }
      return terminal
    }
  }

  /// A program that is stopped for a while, and continued.
  @Suite struct SuspendingTests {
    private let terminal: EmulatedTerminal

    init() throws {
      terminal = try EmulatedTerminal(executable: ProgramUnderTest.path(of: "terminal-fixture"))
      try terminal.waitUntil("the first frame") { $0.contains("end") }
    }

    @Test func `Ctrl-Z gives the terminal back, and after fg the same screen is there again`() throws {
      try terminal.press(.down, .control("z"))
      try terminal.waitForStop()
      try expectGivenBack(terminal)
      try terminal.overwrite("$ ls\r\nnotes\r\n$ fg\r\n")
      #expect(terminal.normalScreenText == "$ ls\nnotes\n$ fg")

      try terminal.continueInForeground()
      try terminal.waitUntil("the frame") { $0.isAlternate && $0.lines[0] == "fixture 80x24" && $0.contains("> bo@") }
      try terminal.waitUntil("the last line") { $0.lines[23].hasSuffix("end") }
      #expect(terminal.pasteMarks == "h")
      #expect(try terminal.modes != .cooked)
      try terminal.press(.down)
      try terminal.waitUntil("keys to work") { $0.contains("> 界界") }
    }

    @Test func `a stop signal from outside suspends as Ctrl-Z does`() throws {
      try terminal.signal(SIGTSTP)
      try terminal.waitForStop()
      try expectGivenBack(terminal)
      try terminal.continueInForeground()
      try terminal.waitUntil("the frame") { $0.isAlternate && $0.contains("stop") }
    }

    @Test func `a stop signal that the program does not watch for is ignored`() throws {
      let terminal = try EmulatedTerminal(
        executable: ProgramUnderTest.path(of: "terminal-fixture"),
        arguments: ["unwatched"]
      )
      try terminal.waitUntil("the first frame") { $0.contains("end") }
      try terminal.signal(SIGTSTP)
      try terminal.press(.down)
      try terminal.waitUntil("the cursor to move") { $0.contains("> bo@") }
      #expect(!String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}[?1049l"))
    }

    @Test func `a window resized meanwhile gets a frame of its size`() throws {
      try terminal.press(.control("z"))
      try terminal.waitForStop()
      try terminal.resize(to: Size(rows: 30, columns: 100))
      try terminal.continueInForeground()
      try terminal.waitUntil("the frame") { $0.lines[0] == "fixture 100x30" && $0.lines[29].hasSuffix("end") }
    }

    @Test func `a program that could not give the terminal back takes it again when continued`() throws {
      try terminal.signal(SIGSTOP)
      try terminal.waitForStop()
      try terminal.overwrite("\u{1B}[?1049l\u{1B}[?2004l$ fg\r\n")
      try terminal.setCookedModes()
      try terminal.continueInForeground()
      try terminal.waitUntil("the frame") {
        $0.isAlternate && $0.lines[0] == "fixture 80x24" && $0.contains("continued")
      }
      #expect(terminal.pasteMarks == "h")
      #expect(try terminal.modes != .cooked)
    }

    @Test func `a program can be stopped twice and left afterwards`() throws {
      for _ in 0..<2 {
        try terminal.press(.control("z"))
        try terminal.waitForStop()
        try terminal.continueInForeground()
        try terminal.waitUntil("the frame") { $0.isAlternate && $0.lines[23].hasSuffix("end") }
        try terminal.waitUntilQuiet()
      }
      try terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
      try expectGivenBack(terminal)
    }
  }
}

/// Expects the normal screen, a visible cursor, no paste marks, and the modes that the terminal had at first.
private func expectGivenBack(_ terminal: EmulatedTerminal, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let screen = terminal.screen
  #expect(!screen.isAlternate, sourceLocation: sourceLocation)
  #expect(screen.isCursorVisible, sourceLocation: sourceLocation)
  #expect(terminal.pasteMarks == "l", sourceLocation: sourceLocation)
  #expect(try terminal.modes == .cooked, sourceLocation: sourceLocation)
  #expect(terminal.keypadMode == ">", sourceLocation: sourceLocation)
}

extension EmulatedTerminal {
  /// Whether the terminal was last told to mark pastes (`h`) or not to (`l`); `nil` if it was never told.
  fileprivate var pasteMarks: Character? { last(after: "\u{1B}[?2004", of: "hl") }

  /// Whether the terminal was last told to report the mouse (`h`) or not to (`l`); `nil` if it was never told.
  fileprivate var mouseReports: Character? { last(after: "\u{1B}[?1002", of: "hl") }

  /// Whether the terminal was last told to send the keypad's keys as sequences (`=`) or as digits (`>`).
  fileprivate var keypadMode: Character? { last(after: "\u{1B}", of: "=>") }

  /// Whether the program has written `text`.
  fileprivate func wrote(_ text: String) -> Bool {
    _ = screen
    return String(decoding: output, as: UTF8.self).contains(text)
  }

  private func last(after start: String, of ends: String) -> Character? {
    _ = screen
    let output = String(decoding: output, as: UTF8.self)
    let places = ends.compactMap { end in output.lastRange(of: "\(start)\(end)").map { ($0, end) } }
    return places.max { $0.0 < $1.0 }?.1
  }
}

extension String {
  fileprivate func lastRange(of part: String) -> Index? {
    utf8.indices.last { utf8[$0...].starts(with: part.utf8) }
  }
}
