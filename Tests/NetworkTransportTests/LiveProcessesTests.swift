import AWSClientCore
import NetworkTransport
import PlainText
import Testing

@Suite struct LiveProcessesTests {
  private let processes = LiveProcesses(sharesTerminal: { false })

  @Test func `a program is run with its words as they are`() async throws {
    let outcome = try await processes.run(["printf", "%s|", "a b", "$HOME", "`id`", "", "*"])
    #expect(outcome == ProcessOutcome(status: .exited(0), output: Secret("a b|$HOME|`id`||*|")))
  }

  @Test func `it may be named by its path`() async throws {
    #expect(try await processes.run(["/bin/echo", "x"]).output == Secret("x\n"))
  }

  @Test func `its status and its signal are told, and its complaint is not kept`() async throws {
    #expect(
      try await processes.run(["sh", "-c", "echo out; echo why >&2; exit 3"])
        == ProcessOutcome(status: .exited(3), output: Secret("out\n"))
    )
    #expect(try await processes.run(["sh", "-c", "kill -9 $$"]).status == .signalled(9))
  }

  @Test func `it has no input where it must not use the terminal`() async throws {
    #expect(try await processes.run(["sh", "-c", "if read -r line; then echo input; fi"]).output == Secret(""))
  }

  @Test(arguments: [(false, "own"), (true, "shared")])
  func `it has a session of its own where it must not use the terminal`(
    sharesTerminal: Bool,
    session: String
  ) async throws {
    let script = """
      read -r process name state parent group session rest </proc/$$/stat
      if [ "$session" = $$ ]; then echo own; else echo shared; fi
      """
    let processes = LiveProcesses(sharesTerminal: { sharesTerminal })
    #expect(try await processes.run(["sh", "-c", script]).output == Secret("\(session)\n"))
  }

  @Test(arguments: ["no-such-program-here", "/no/such/program", "/etc/passwd", "/"])
  func `what is no program is told`(name: String) async {
    let error = await #expect(throws: ProcessError.self) { try await processes.run([name]) }
    #expect(["is not there, or is no program", "cannot be started"].contains(error?.reason))
  }

  @Test func `a program that does not end is ended`() async {
    let impatient = LiveProcesses(sharesTerminal: { false }, limit: .milliseconds(100))
    await #expect(throws: ProcessError(reason: "did not end within 0.1 s")) {
      try await impatient.run(["sleep", "1000"])
    }
  }

  @Test(arguments: [false, true])
  func `a program that leaves another behind which keeps its output is given up`(sharesTerminal: Bool) async {
    let impatient = LiveProcesses(
      sharesTerminal: { sharesTerminal },
      limit: .milliseconds(100),
      personLimit: .milliseconds(200)
    )
    await #expect(throws: ProcessError(reason: "did not end within \(sharesTerminal ? 0.2 : 0.1) s")) {
      try await impatient.run(["sh", "-c", "sleep 5 & echo started"])
    }
  }

  @Test func `a program that writes without end is ended`() async {
    await #expect(throws: ProcessError(reason: "writes more than 1 MiB")) {
      try await processes.run(["yes"])
    }
  }
}
