import CNcurses
import Glibc
import Screen

/// Possession of the terminal: its modes, its alternate screen, and the guard that watches over both.
struct Session: ~Copyable {
  let window: UnsafeMutablePointer<WINDOW>
  private let screen: OpaquePointer
  let marksPastes: Bool
  private var isOver = false

  /// Takes the terminal over, with the guard set before the first mode is changed.
  init(environment: [String: String]) throws(TerminalError) {
    guard terminal_guard_arm() else { throw .notATerminal(.input) }
    do throws(TerminalError) {
      (screen, window, marksPastes) = try Self.open(TerminalProfile(environment: environment))
    } catch {
      terminal_guard_disarm()
      throw error
    }
    setModes()
    enter()
  }

  private static func open(
    _ profile: TerminalProfile
  ) throws(TerminalError) -> (OpaquePointer, UnsafeMutablePointer<WINDOW>, marksPastes: Bool) {
    if profile.marksPastes { terminal_guard_add(pasteMarksOff) }
    terminal_guard_hold(true)
    guard let screen = cncurses_open(profile.name), let window = cncurses_window() else {
      throw .refused(name: profile.name)
    }
    return (screen, window, profile.marksPastes)
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
  func leave() {
    if marksPastes { send(Self.pasteMarksOff) }
    endwin()
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
    delscreen(screen)
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

  /// Sends what ncurses knows nothing of.
  ///
  /// What ncurses has buffered goes out later, which is all the same for a mode of the keyboard. A terminal that takes
  /// no
  /// bytes is lost, and the next read says so.
  func send(_ sequence: String) {
    let bytes = Array(sequence.utf8)
    write(STDOUT_FILENO, bytes, bytes.count)
  }

  private static let pasteMarksOn = "\u{1B}[?2004h"
  private static let pasteMarksOff = "\u{1B}[?2004l"
}
