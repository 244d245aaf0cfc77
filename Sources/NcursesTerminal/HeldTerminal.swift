import CNcurses
import Glibc
import LocalIO
import Screen

/// Possession of the terminal: its modes, its alternate screen, and the guard that watches over both.
struct HeldTerminal: ~Copyable {
  let window: UnsafeMutablePointer<WINDOW>
  /// The way to the terminal for everything that is sent to it.
  let output: OutputQueue
  private let screen: OpaquePointer
  private let drawn: DrawnBytes
  private let switches: [TerminalSwitch]
  /// Whether the terminal speaks the language of ECMA-48, so that a sequence it does not know is not printed.
  let takesControlSequences: Bool
  private var isOver = false

  /// Takes the terminal over, with the guard set before the first mode is changed.
  init(_ wishes: TerminalWishes, environment: [String: String]) throws(TerminalError) {
    guard terminal_guard_arm() else { throw .notATerminal(.input) }
    do throws(TerminalError) {
      let profile = try TerminalProfile(environment: environment)
      let modes = TerminalSwitch.all(for: profile, wishes)
      (screen, window, drawn) = try Self.open(profile, modes)
      switches = modes
    } catch {
      terminal_guard_disarm()
      throw error
    }
    takesControlSequences = cncurses_begins("cup", "\u{1B}[")
    output = OutputQueue(STDOUT_FILENO)
    terminal_guard_use(output.descriptor)
    idlok(window, true)
    enter()
    // The screen is cleared before the terminal is asked anything, so that what it may print of a request is not left.
    wnoutrefresh(window)
    doupdate()
    sendDrawn()
  }

  private static func open(
    _ profile: TerminalProfile,
    _ switches: [TerminalSwitch]
  ) throws(TerminalError) -> (OpaquePointer, UnsafeMutablePointer<WINDOW>, DrawnBytes) {
    for mode in switches { terminal_guard_add(mode.off) }
    let size = windowSize() ?? Size(rows: 0, columns: 0)
    var file: CInt = -1
    guard let screen = cncurses_open(profile.name, CInt(size.rows), CInt(size.columns), &file),
      let window = cncurses_window()
    else { throw .refused(name: profile.name) }
    let drawn = DrawnBytes(descriptor: file)
    _ = drawn.take()
    return (screen, window, drawn)
  }

  /// The size that the terminal's driver has; `nil` where it has none, as on a serial line.
  static func windowSize() -> Size? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else { return nil }
    return Size(rows: Int(window.ws_row), columns: Int(window.ws_col))
  }

  deinit {
    if !isOver { giveBack() }
  }

  /// Whether it marks pasted text, because it was asked to.
  var marksPastes: Bool { switches.contains(.pasteMarks) }

  /// Whether it reports the mouse, because it was asked to.
  var reportsMouse: Bool { switches.contains(.mouse) }

  /// Whether its window has the program's title, because it was asked to keep its own.
  var hasTitle: Bool { switches.contains(.title) }

  /// Whether the screen is in the program's hands.
  var isHeld: Bool { terminal_guard_holds() }

  /// Whether the program may draw and read: another one in the foreground is left alone.
  var isInForeground: Bool { terminal_guard_is_in_foreground() }

  /// Gives the terminal back for good.
  mutating func end() {
    guard !isOver else { return }
    isOver = true
    giveBack()
  }

  /// Gives the terminal back for a while; ``enter()`` takes it again.
  ///
  /// A terminal that takes nothing is not waited for: what it has not shown by then is thrown away, so that what gives
  /// it back is the next it gets.
  func leave() {
    guard isHeld else { return }
    guard isInForeground else {
      abandon()
      endwin()
      _ = drawn.take()
      terminal_guard_give_back()
      return
    }
    if !output.drain(for: 1000) { output.discard() }
    for mode in switches { send(mode.off) }
    endwin()
    sendDrawn()
    if let cursorSeen = Self.cursorSeen { send(cursorSeen) }
    if !output.drain(for: 100) { output.discard() }
    terminal_guard_release()
  }

  /// What makes the cursor seen again, without the delays that terminfo writes as `$<milliseconds>` (terminfo(5)).
  ///
  /// It has to come after the other screen does. ncurses sends it before that, and saves the cursor where it scrolls a
  /// part of the screen; a terminal that has one place for a saved cursor, and keeps with it whether it is seen, as
  /// libvterm does, then brings a hidden one back.
  private static var cursorSeen: String? {
    cncurses_string("cnorm").map { String(cString: $0).replacing(/\$<[0-9.]*[*\/]*>/, with: "") }
  }

  /// Forgets what is on its way: the terminal is another program's now.
  func abandon() {
    _ = drawn.take()
    output.abandon()
  }

  /// Takes the terminal, and has the next refresh draw the whole screen.
  func enter() {
    terminal_guard_take()
    for mode in switches { send(mode.on) }
    keypad(window, true)
    sendDrawn()
    cncurses_repaint_all()
  }

  private func giveBack() {
    leave()
    cncurses_close(screen)
    terminal_guard_disarm()
  }

  /// Sends what ncurses knows nothing of, after what it has drawn.
  func send(_ sequence: String) {
    sendDrawn()
    send(Array(sequence.utf8))
  }

  /// Sends what ncurses has drawn, and says how many bytes it was.
  @discardableResult
  func sendDrawn() -> Int {
    let bytes = drawn.take()
    send(bytes)
    return bytes.count
  }

  /// Sends what the terminal takes now of what is pending.
  func flush() {
    if isInForeground { output.flush() } else { output.abandon() }
  }

  /// Sends `bytes`, unless the program was stopped on the way here, and goes on in the background: whoever takes the
  /// terminal back draws everything again.
  private func send(_ bytes: [UInt8]) {
    if isInForeground { output.send(bytes) }
  }

  /// DSR, which terminals from the VT100 on answer with `CSI 0 n` (ctlseqs, "Device Status Report").
  ///
  /// The answer is no key's sequence, while where the cursor is (`CSI 1 ; 2 R`) is also Shift with F3.
  static let statusRequest = "\u{1B}[5n"
  /// The question where the cursor is, for those that do not answer the other.
  static let cursorRequest = "\u{1B}[6n"
  /// DECRQM for the mode of paste marks (ctlseqs, "Request DEC private mode").
  static let pasteMarksRequest = "\u{1B}[?2004$p"
}
