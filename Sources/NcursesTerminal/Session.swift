import CNcurses
import Glibc
import Screen

/// Possession of the terminal: its modes, its alternate screen, and the guard that watches over both.
struct Session: ~Copyable {
  let window: UnsafeMutablePointer<WINDOW>
  /// The way to the terminal for everything that is sent to it.
  let output: OutputQueue
  private let screen: OpaquePointer
  private let drawn: DrawnBytes
  let marksPastes: Bool
  /// Whether the terminal speaks the language of ECMA-48, so that a sequence it does not know is not printed.
  let takesControlSequences: Bool
  private var isOver = false

  /// Takes the terminal over, with the guard set before the first mode is changed.
  init(environment: [String: String]) throws(TerminalError) {
    guard terminal_guard_arm() else { throw .notATerminal(.input) }
    do throws(TerminalError) {
      (screen, window, drawn, marksPastes) = try Self.open(TerminalProfile(environment: environment))
    } catch {
      terminal_guard_disarm()
      throw error
    }
    takesControlSequences = cncurses_begins("cup", "\u{1B}[")
    output = OutputQueue(STDOUT_FILENO)
    setModes()
    enter()
  }

  private static func open(
    _ profile: TerminalProfile
  ) throws(TerminalError) -> (OpaquePointer, UnsafeMutablePointer<WINDOW>, DrawnBytes, marksPastes: Bool) {
    if profile.marksPastes { terminal_guard_add(pasteMarksOff) }
    terminal_guard_hold(true)
    var drawn: CInt = -1
    guard let screen = cncurses_open(profile.name, &drawn), let window = cncurses_window() else {
      throw .refused(name: profile.name)
    }
    return (screen, window, DrawnBytes(descriptor: drawn), profile.marksPastes)
  }

  deinit {
    if !isOver { giveBack() }
  }

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
    if !output.drain(for: 1000) { output.discard() }
    if marksPastes { send(Self.pasteMarksOff) }
    endwin()
    sendDrawn()
    if !output.drain(for: 100) { output.discard() }
    terminal_guard_hold(false)
  }

  /// Takes the terminal, and has the next refresh draw the whole screen.
  func enter() {
    terminal_guard_hold(true)
    if marksPastes { send(Self.pasteMarksOn) }
    cncurses_repaint_all()
  }

  private func giveBack() {
    leave()
    cncurses_close(screen)
    terminal_guard_disarm()
  }

  /// Keys come at once and untranslated, signals and flow control among them, and nothing ncurses does waits for input.
  private func setModes() {
    raw()
    noecho()
    nonl()
    typeahead(-1)
    keypad(window, true)
    idlok(window, true)
  }

  /// Sends what ncurses knows nothing of, after what it has drawn.
  func send(_ sequence: String) {
    sendDrawn()
    output.send(Array(sequence.utf8))
  }

  /// Sends what ncurses has drawn.
  func sendDrawn() {
    output.send(drawn.take())
  }

  /// DSR, which terminals from the VT100 on answer with `CSI 0 n` (ctlseqs, "Device Status Report").
  ///
  /// The answer is no key's sequence, while where the cursor is (`CSI 1 ; 2 R`) is also Shift with F3.
  static let statusRequest = "\u{1B}[5n"
  /// DECRQM for the mode of paste marks (ctlseqs, "Request DEC private mode").
  static let pasteMarksRequest = "\u{1B}[?2004$p"
  private static let pasteMarksOn = "\u{1B}[?2004h"
  private static let pasteMarksOff = "\u{1B}[?2004l"
}
