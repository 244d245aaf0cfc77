import FoundationEssentials
import Glibc
import NcursesTerminal
import PlainText
import Screen

/// A small program on a ``NcursesTerminal``, so that tests can see one do everything it can.
///
/// It shows a few lines, the keys it got and its size. Some keys make it do something else; see ``Fixture/act(on:)``.
/// Arguments: a theme's name, `mouse`, `title` and `bell` for what is wished for, `unwatched` for a program that leaves
/// signals to the terminal's guard, and `show=FILE` for one that shows the lines of a file.
@MainActor struct Fixture: ~Copyable {
  private var terminal: NcursesTerminal
  private let signals: TerminalSignals?
  private var size: Size
  private var log: [String] = []
  private var cursor = 0
  private var isRunning = true
  /// The lines of a file to show in place of its own.
  private let lines: [Substring]?

  init(on terminal: consuming NcursesTerminal, signals: TerminalSignals?, lines: [Substring]?) {
    size = terminal.size()
    self.lines = lines
    self.terminal = terminal
    self.signals = signals
  }

  mutating func run() {
    _ = terminal.show(frame)
    while isRunning {
      var sources = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: terminal.isOutputPending ? terminal.outputDescriptor : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let ready = poll(&sources, 3, patience)
      signals?.take().forEach { note($0) }
      let input = ready == 0 ? .news(terminal.keyTimeout()) : terminal.readKeys()
      switch input {
      case .news(let news): for item in news { take(item) }
      case .nothing: break
      case .lost: isRunning = false
      }
      if isRunning { _ = terminal.show(frame) }
    }
    terminal.leave()
    print("left after \(log.count) notes: \(log.suffix(3).joined(separator: ", "))")
  }

  /// For how many milliseconds to wait for what may follow the bytes that are held back; -1 is for ever.
  private var patience: CInt {
    guard let deadline = terminal.keyDeadline else { return -1 }
    return CInt(max(0, (deadline - .now) / .milliseconds(1))) + 1
  }

  private mutating func note(_ signal: TerminalSignal) {
    switch signal {
    case .resized: terminal.resize()
    case .continued: terminal.recover()
    case .stop: suspend()
    case .end, .hangUp: isRunning = false
    }
    size = terminal.size()
    log.append("\(signal)")
  }

  private mutating func suspend() {
    terminal.suspend()
    terminal.recover()
    size = terminal.size()
  }

  private mutating func take(_ news: TerminalNews) {
    switch news {
    case .key(let press): act(on: press)
    case .mouse(let event): log.append("\(event.action) \(event.position.row),\(event.position.column)")
    case .frameSeen: break
    }
  }

  private mutating func act(on press: KeyPress) {
    log.append("\(press.key)\(press.isAlone ? " alone" : "")")
    switch press.key {
    case .character("q"): isRunning = false
    case .character("!"): crash()
    case .character("x"): exit(3)
    case .character("A"): abort()
    case .control("z"): suspend()
    case .control("l"): terminal.redraw()
    case .character("m"): close(creat("\(Self.home)/alive", 0o600))
    case .character("b"): terminal.ring()
    case .character("T"): terminal.setTitle("fixture \("hostile\u{7}\u{1B}[2J\u{9C}")")
    case .character("Y"): log.append("copy: \(terminal.copyToClipboard("ada@contr.example"))")
    case .character("C"): log.append("copy: \(terminal.copyToClipboard(String(repeating: "x", count: 9000)))")
    case .down: cursor = min(rows.count - 1, cursor + 1)
    case .up: cursor = max(0, cursor - 1)
    default: break
    }
  }

  private func crash() {
    let none: [Int] = []
    print(none[log.count])
  }

  private let rows = [
    "ada@contr.example", "bo@contr.example", "界界 wide", "e\u{301}a\u{308} marks", "\u{1F600} emoji", "\u{1FAE8}| new",
  ]

  private var frame: Frame {
    var frame = Frame(size: size)
    if let lines {
      for (row, line) in lines.enumerated() { frame.put(Line(line), row: row, column: 0) }
      return frame
    }
    frame.put("fixture \(size.columns)x\(size.rows)", row: 0, column: 0, style: .title)
    for (index, row) in rows.enumerated() {
      frame.put(index == cursor ? ">" : " ", row: index + 1, column: 0)
      frame.put(Line(row), row: index + 1, column: 2, reversed: index == cursor)
    }
    for (index, style) in Style.allCases.enumerated() {
      frame.put(Line(String(describing: style)), row: index + 1, column: 40, style: style)
    }
    for (index, note) in log.suffix(8).enumerated() {
      frame.put(Line(note), row: rows.count + 2 + index, column: 0, width: 40)
    }
    frame.put("end", row: size.rows - 1, column: size.columns - 3)
    frame.caret = log.last == "tab alone" ? Position(row: 2, column: 5) : nil
    return frame
  }

  private static var home: String { getenv("HOME").map { String(cString: $0) } ?? "." }

  static var environment: [String: String] {
    ["TERM", "TMUX", "STY"].reduce(into: [:]) { found, name in
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
  }
}

let options = CommandLine.arguments.dropFirst()
let wishes = TerminalWishes(
  theme: options.lazy.compactMap(Theme.init(rawValue:)).first ?? .dark,
  takesMouse: options.contains("mouse"),
  setsTitle: options.contains("title"),
  ringsBell: options.contains("bell")
)
do {
  let path = options.lazy.compactMap { $0.hasPrefix("show=") ? $0.dropFirst("show=".count) : nil }.first
  let lines = try path.map {
    try String(contentsOf: URL(filePath: String($0)), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }
  let signals = options.contains("unwatched") ? nil : try TerminalSignals()
  var fixture = Fixture(
    on: try NcursesTerminal(wishes, environment: Fixture.environment),
    signals: signals,
    lines: lines.map(Array.init)
  )
  fixture.run()
} catch {
  print("refused: \(error)")
  exit(2)
}
