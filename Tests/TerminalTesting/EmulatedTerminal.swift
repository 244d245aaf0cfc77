package import Glibc
package import Screen

/// A program in a real pseudo-terminal, and what its user would see.
///
/// The program runs under a session leader as under a shell, in the environment that ``PinnedEnvironment`` has. Output
/// is read only while a test waits for something.
package final class EmulatedTerminal {
  /// The size of the terminal on which the console must be usable.
  package static let usualSize = Size(rows: 24, columns: 80)

  /// How long a test waits for what has no limit of its own: long enough for a busy machine, since nothing but a failed
  /// test waits this long.
  package static let usualTimeout = Duration.seconds(60)

  /// All bytes that the program has written so far.
  package private(set) var output: [UInt8] = []

  /// When the program's last byte came.
  package private(set) var lastByte = ContinuousClock.now

  /// What the terminal is connected by.
  package var link = Link.local

  /// How many bytes the program has written so far.
  package var bytesReceived: Int { output.count }

  let replica: CInt
  private(set) var master: CInt?
  private let environment: PinnedEnvironment
  private let command: [String]
  private let virtualScreen: VirtualScreen
  private var answers = DelayedBytes()
  private var budget = ByteBudget()
  private var leader: SpawnedProcess
  private var reports: ReportReader

  /// Starts `executable`, a path, with `arguments` after its name.
  ///
  /// - Parameters:
  ///   - environment: Variables added to the pinned ones.
  ///   - reportedSize: What the terminal's driver says instead of `size`; a serial line's says 0.
  package init(
    executable: String,
    arguments: [String] = [],
    environment: [String: String] = [:],
    size: Size = EmulatedTerminal.usualSize,
    reportedSize: Size? = nil
  ) throws {
    let pinned = try PinnedEnvironment(adding: environment)
    let variables = pinned.variables
    let pair = try PseudoTerminal.open(size: reportedSize ?? size)
    let reports = try ReportReader()
    self.environment = pinned
    command = [executable] + arguments
    self.reports = reports
    (master, replica) = (pair.master, pair.replica)
    virtualScreen = try VirtualScreen(size: size)
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { Glibc.close(null) }
    leader = try SpawnedProcess(
      executable: ProgramUnderTest.path(of: "terminal-session"),
      arguments: [pair.name, executable] + arguments,
      environment: variables,
      descriptors: [null, null, null, reports.writingEnd]
    )
    reports.closeWritingEnd()
  }

  deinit {
    if let pid = reports.pid, reports.status == nil { kill(pid, SIGKILL) }
    leader.kill()
    searchForSecrets()
    close()
    Glibc.close(replica)
  }

  private func searchForSecrets() {
    guard let program = command.first, !program.hasSuffix("/appstream-emulator") else { return }
    let secrets = SecretWatch.secrets(in: environment.variables)
    SecretWatch.search(output, of: "what a terminal was sent", for: secrets)
    SecretWatch.search(Array(screen.lines.joined().utf8), of: "a screen", for: secrets)
    for place in environment.places(in: command) { SecretWatch.searchFiles(at: place, for: secrets) }
  }

  /// The directory that is the program's `HOME`.
  package var home: String { environment.home }

  /// What the terminal shows, after reading what the program has written by now.
  package var screen: ScreenText {
    drain()
    return virtualScreen.text
  }

  /// The text on the normal screen, or `nil` while a program has the alternate one.
  package var normalScreenText: String? {
    let screen = screen
    return screen.isAlternate ? nil : screen.text
  }

  /// The modes of the terminal as they are now.
  package var modes: TerminalModes {
    get throws { try TerminalModes(of: replica) }
  }

  /// Gives the terminal the modes it had at first, as a shell does after a program was stopped.
  package func setCookedModes() throws {
    try TerminalModes.cooked.apply(to: replica)
  }

  /// Sends `text` as it is, in one write.
  package func type(_ text: String) throws {
    try send(Array(text.utf8))
  }

  /// Sends each character of `text` in a write of its own, so long after the one before, and reads nothing meanwhile.
  ///
  /// How long a key comes after another is a part of what is typed, and no condition on anything.
  package func type(_ text: String, every pause: Duration) throws {
    let clock = ContinuousClock()
    for character in text {
      let due = clock.now + pause
      try waitWithoutReading(for: "the next key") { clock.now >= due }
      try type(String(character))
    }
  }

  /// Sends `bytes` as they are, in one write.
  package func send(_ bytes: [UInt8]) throws {
    guard let master else { throw TestingError("The terminal is closed.") }
    let written = write(master, bytes, bytes.count)
    guard written == bytes.count else { throw TestingError("Only \(written) of \(bytes.count) bytes could be typed.") }
  }

  /// Sends the beginning of `bytes`, as much as the terminal's driver has room for.
  ///
  /// - Returns: How many bytes it was.
  package func sendWhatFits(_ bytes: ArraySlice<UInt8>) throws -> Int {
    guard let master else { throw TestingError("The terminal is closed.") }
    var request = pollfd(fd: master, events: Int16(POLLOUT), revents: 0)
    guard poll(&request, 1, 0) > 0, request.revents & Int16(POLLOUT) != 0 else { return 0 }
    let flags = fcntl(master, F_GETFL)
    guard fcntl(master, F_SETFL, flags | O_NONBLOCK) == 0 else { throw TestingError("fcntl: \(systemMessage())") }
    defer { _ = fcntl(master, F_SETFL, flags) }
    return max(0, bytes.prefix(4096).withUnsafeBytes { write(master, $0.baseAddress, $0.count) })
  }

  /// Writes to the terminal as another program would, such as `wall`.
  package func overwrite(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard write(replica, bytes, bytes.count) == bytes.count else { throw TestingError("write: \(systemMessage())") }
    try waitUntilQuiet(for: .milliseconds(20))
  }

  /// Sends what a terminal sends for each of `keys`, one write for each.
  package func press(_ keys: Key...) throws {
    for key in keys {
      drain()
      try send(virtualScreen.bytes(for: key))
    }
  }

  /// Gives the window another size, and tells the program so.
  package func resize(to size: Size) throws {
    guard let master else { throw TestingError("The terminal is closed.") }
    drain()
    virtualScreen.resize(to: size)
    var window = PseudoTerminal.window(size)
    guard ioctl(master, UInt(TIOCSWINSZ), &window) == 0 else { throw TestingError("TIOCSWINSZ: \(systemMessage())") }
  }

  /// Has the terminal's driver take no more output, as Ctrl-S does where flow control is on.
  package func stopOutput() throws {
    guard tcflow(replica, TCOOFF) == 0 else { throw TestingError("tcflow: \(systemMessage())") }
  }

  /// Sends a signal to the program.
  package func signal(_ number: CInt) throws {
    guard kill(try pid, number) == 0 else { throw TestingError("kill: \(systemMessage())") }
  }

  /// Brings a stopped program back to the foreground, as a shell's `fg` does.
  package func continueInForeground() throws {
    guard kill(leader.pid, SIGUSR1) == 0 else { throw TestingError("kill: \(systemMessage())") }
  }

  /// Takes the terminal away, as a lost connection does.
  package func close() {
    if let master { Glibc.close(master) }
    master = nil
  }

  /// The program's process.
  package var pid: pid_t {
    get throws {
      try wait(for: "the program to start", timeout: Self.usualTimeout) { self.reports.pid != nil }
      guard let pid = reports.pid else { throw TestingError("The program has no process.") }
      return pid
    }
  }

  /// Waits until the screen is as `condition` wants it.
  ///
  /// - Throws: An error that shows the screen when that takes longer than `timeout`, or the program ends before.
  package func waitUntil(
    _ what: String,
    timeout: Duration = EmulatedTerminal.usualTimeout,
    _ condition: (ScreenText) throws -> Bool
  ) throws {
    var held = false
    try wait(for: what, timeout: timeout) {
      held = try condition(self.virtualScreen.text)
      return held || self.reports.status != nil
    }
    guard held else { throw TestingError("Waited in vain for \(what); \(state)") }
  }

  /// Waits until the program has written nothing for `duration`.
  package func waitUntilQuiet(for duration: Duration = .milliseconds(100)) throws {
    let clock = ContinuousClock()
    var (seen, since) = (bytesReceived, clock.now)
    try wait(for: "quiet", timeout: Self.usualTimeout) {
      if self.bytesReceived != seen { (seen, since) = (self.bytesReceived, clock.now) }
      return clock.now - since >= duration
    }
  }

  /// Takes what the program writes until `moment`.
  package func wait(until moment: ContinuousClock.Instant) throws {
    try wait(for: "a moment", timeout: Self.usualTimeout) { ContinuousClock.now >= moment }
  }

  /// Waits until `condition` holds, and reads nothing meanwhile, as a terminal behind a dead connection does.
  package func waitWithoutReading(
    for what: String,
    timeout: Duration = EmulatedTerminal.usualTimeout,
    until condition: () throws -> Bool
  ) throws {
    let deadline = ContinuousClock().now + timeout
    while try !condition() {
      guard ContinuousClock().now < deadline else {
        throw TestingError("Waited \(timeout) without reading for \(what).")
      }
      poll(nil, 0, 5)
    }
  }

  /// Waits until a signal has stopped the program.
  package func waitForStop(timeout: Duration = EmulatedTerminal.usualTimeout) throws {
    try wait(for: "the program to stop", timeout: timeout) { self.reports.isStopped }
  }

  /// Waits until the program has ended, and says how.
  package func waitForExit(timeout: Duration = EmulatedTerminal.usualTimeout) throws -> ProgramEnding {
    try wait(for: "the program to end", timeout: timeout) { self.reports.status != nil }
    guard let status = reports.status else { throw TestingError("The program has not ended.") }
    // The driver passes on the last bytes when it gets round to it, which may be after the end; where its output was
    // stopped, or has nowhere to go, the sign behind them does not come.
    let end = ContinuousClock.now
    try wait(for: "its last bytes", timeout: timeout) {
      self.output.suffix(Self.lastBytes.count).elementsEqual(Self.lastBytes)
        || ContinuousClock.now - max(end, self.lastByte) > .milliseconds(500)
    }
    if output.suffix(Self.lastBytes.count).elementsEqual(Self.lastBytes) { output.removeLast(Self.lastBytes.count) }
    return status
  }

  /// What the session's leader writes behind the program's last bytes.
  private static let lastBytes = Array("\u{1B}]7777;ended\u{1B}\\".utf8)

  private func wait(for what: String, timeout: Duration, until condition: () throws -> Bool) throws {
    let clock = ContinuousClock()
    let deadline = clock.now + timeout
    while true {
      drain()
      try reports.drain()
      if try condition() { return }
      guard clock.now < deadline else { throw TestingError("Waited \(timeout) for \(what); \(state)") }
      // Both descriptors wake it; the limit is for conditions that depend on time alone.
      var sources = [pollfd(fd: reports.descriptor, events: Int16(POLLIN), revents: 0)]
      if let master { sources.append(pollfd(fd: master, events: Int16(POLLIN), revents: 0)) }
      poll(&sources, nfds_t(sources.count), link.isLocal ? 20 : 1)
      if !link.isLocal { poll(nil, 0, 1) }
    }
  }

  private var state: String {
    let screen = virtualScreen.text
    let status = reports.status.map { "the program has ended (\($0))" } ?? "the program runs"
    return "\(status), and the \(screen.isAlternate ? "alternate" : "normal") screen shows:\n\(screen.text)"
  }

  /// Reads what the link has brought by now, and answers as the emulated terminal does.
  private func drain() {
    guard let master else { return }
    for bytes in answers.take(at: .now) { write(master, bytes, bytes.count) }
    while let bytes = PseudoTerminal.read(master, atMost: budget.allowance(on: link)) {
      budget.spend(bytes.count)
      output += bytes
      lastByte = .now
      let answer = virtualScreen.take(bytes[...])
      if !answer.isEmpty, link.answers { answers.add(answer, due: .now + link.latency) }
      for bytes in answers.take(at: .now) { write(master, bytes, bytes.count) }
    }
  }
}
