import Glibc
import Screen
import TerminalTesting
import Testing

extension TerminalSuite {
  /// The tests' own machinery: what it says must be so, or no other test means anything.
  @Suite struct TerminalTestingTests {
    @Test func `a program's text, looks and cursor are read as a terminal shows them`() throws {
      let terminal = try shell(
        "printf '\\033[1mbold\\033[m \\033[4mline\\033[m \\033[7mback\\033[m \\033[31;44mred\\033[m 界!'"
      )
      #expect(try terminal.waitForExit() == .exited(0))
      let screen = terminal.screen
      #expect(screen.text == "bold line back red 界!")
      #expect(screen.look(of: "bold") == .init(isBold: true))
      #expect(screen.look(of: "line") == .init(isUnderlined: true))
      #expect(screen.look(of: "back") == .init(isReversed: true))
      #expect(screen.look(of: "red") == .init(foreground: .indexed(1), background: .indexed(4)))
      #expect(screen.look(of: "absent") == nil)
      #expect(screen.rows[0][20].text == "" && screen.rows[0][21].text == "!")
      #expect(screen.cursor == Position(row: 0, column: 22))
      #expect(screen.isCursorVisible)
      #expect(screen.row(containing: "back") == 0)
    }

    @Test(arguments: [
      ("exit 7", ProgramEnding.exited(7)), ("kill -9 $$", .signalled(9)), ("kill -15 $$", .signalled(15)),
    ])
    func `the way a program ended is told apart`(script: String, status: ProgramEnding) throws {
      #expect(try shell(script).waitForExit() == status)
    }

    @Test func `the environment is pinned, and nothing of the machine's own gets in`() throws {
      let terminal = try EmulatedTerminal(executable: "/usr/bin/env", environment: ["TZ": "Asia/Tokyo", "EXTRA": "1"])
      #expect(try terminal.waitForExit() == .exited(0))
      let expected = [
        "AWS_EC2_METADATA_DISABLED=true", "EXTRA=1", "HOME=\(terminal.home)", "LANG=C.UTF-8", "LOGNAME=jkeller",
        "PATH=/usr/local/bin:/usr/bin:/bin", "SHELL=/bin/bash", "TERM=xterm-256color", "TZ=Asia/Tokyo", "USER=jkeller",
      ]
      let ofDebugBuild = PinnedEnvironment.ofDebugBuild.map { "\($0)=\($1)" }
      #expect(terminal.screen.lines.filter { !$0.isEmpty }.sorted() == (expected + ofDebugBuild).sorted())
    }

    @Test func `a condition that never holds fails with the screen`() throws {
      let terminal = try shell("echo here I am; read line")
      try terminal.waitUntil("the text") { $0.contains("here I am") }
      let error = #expect(throws: TestingError.self) {
        try terminal.waitUntil("a miracle", timeout: .milliseconds(50)) { $0.contains("miracle") }
      }
      #expect(
        error?.description.contains("for a miracle; the program runs, and the normal screen shows:\nhere I am") == true
      )
    }

    @Test func `a condition fails as soon as the program has ended`() throws {
      let terminal = try shell("echo good bye; exit 1")
      let error = #expect(throws: TestingError.self) {
        try terminal.waitUntil("a miracle", timeout: .seconds(60)) { $0.contains("miracle") }
      }
      #expect(error?.description.contains("the program has ended (exited(1))") == true)
      #expect(error?.description.contains("good bye") == true)
    }

    @Test func `a program is killed with its terminal's value`() throws {
      var pid: pid_t = 0
      do {
        let terminal = try shell("trap '' HUP TERM; echo ready; while :; do read line; done")
        try terminal.waitUntil("the program") { $0.contains("ready") }
        pid = try terminal.pid
        #expect(kill(pid, 0) == 0)
      }
      // It has been killed; the system may need a moment to say so.
      #expect(isGone(pid))
    }

    @Test func `a home is fresh, and is removed in the end`() throws {
      var homes: [String] = []
      for _ in 0..<2 {
        let terminal = try shell("echo x > \"$HOME/file\"; ls \"$HOME\"")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.normalScreenText == "file")
        homes.append(terminal.home)
      }
      #expect(Set(homes).count == 2)
      #expect(homes.allSatisfy { access($0, F_OK) != 0 })
    }

    @Test func `a command runs without a terminal, and its streams are kept apart`() throws {
      let result = try ProgramUnderTest.run(
        path: "/bin/sh",
        arguments: ["-c", "cat; echo problem >&2; test -t 0 || test -t 1 || exit 4"],
        standardInput: "one\ntwo\n"
      )
      #expect(result.status == .exited(4))
      #expect(result.standardOutput == "one\ntwo\n")
      #expect(result.standardError == "problem\n")
    }

    @Test func `a command that does not end is killed, and said so`() {
      let error = #expect(throws: TestingError.self) {
        try ProgramUnderTest.run(
          path: "/bin/sh",
          arguments: ["-c", "echo stuck >&2; exec sleep 60"],
          timeout: .milliseconds(200)
        )
      }
      #expect(error?.description == "/bin/sh did not end within 0.2 seconds. Its standard error: stuck\n")
    }

    @Test func `a program that was not built is named with the places looked at`() throws {
      let error = #expect(throws: TestingError.self) { try ProgramUnderTest.path(of: "no-such-program") }
      #expect(error?.description.hasPrefix("no-such-program has not been built. Looked at: /") == true)
    }

    private func shell(_ script: String) throws -> EmulatedTerminal {
      try EmulatedTerminal(executable: "/bin/sh", arguments: ["-c", script])
    }

    /// Whether a process has ended; one that only waits to be reaped has.
    private func isGone(_ pid: pid_t) -> Bool {
      let deadline = ContinuousClock().now + .seconds(5)
      while ContinuousClock().now < deadline {
        guard let stat = fopen("/proc/\(pid)/stat", "r") else { return true }
        defer { fclose(stat) }
        var line = [CChar](repeating: 0, count: 256)
        fgets(&line, 256, stat)
        if String(decoding: line.map(UInt8.init(bitPattern:)), as: UTF8.self).contains(") Z ") { return true }
        sched_yield()
      }
      return false
    }
  }
}

struct SVGScreenshotTests {
  @Test func `a screen becomes a drawing with its text, colours and caret`() {
    let reversed = ScreenText.Look(isBold: true, isReversed: true, foreground: .indexed(1))
    let screen = ScreenText(
      rows: [
        [.init(text: "a"), .init(text: "<"), .init(text: " ")],
        [.init(text: "界", look: reversed), .init(text: "", look: reversed), .init(text: " ")],
      ],
      cursor: Position(row: 1, column: 2),
      isCursorVisible: true,
      isAlternate: true
    )
    let expected = """
      <svg xmlns="http://www.w3.org/2000/svg" width="49.2" height="60" viewBox="0 0 49.2 60" role="img">
      <title>A &amp; B</title>
      <rect width="100%" height="100%" rx="6" fill="#16181d"/>
      <g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" fill="#d0d0d0" \
      xml:space="preserve">
      <text x="12" y="25.5" textLength="25.2">a&lt; </text>
      <rect x="12" y="30" width="16.8" height="18" fill="#e06c6c"/>
      <text x="12" y="43.5" textLength="16.8" fill="#16181d" font-weight="bold">界</text>
      <rect x="28.8" y="46" width="8.4" height="2" fill="#d0d0d0"/>
      </g>
      </svg>

      """
    #expect(SVGScreenshot(screen, title: "A & B").document == expected)
  }
}
