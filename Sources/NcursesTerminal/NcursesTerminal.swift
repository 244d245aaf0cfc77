import CNcurses
import Glibc
package import Screen

/// The terminal, from the moment the console takes it until it is given back.
///
/// Raw modes, the alternate screen and bracketed paste are on while it lives. ``leave()``, the end of its life, a
/// crash, a
/// deadly signal and a call of `exit` all put everything back as it was. There can be one at a time.
@MainActor package struct NcursesTerminal: ~Copyable {
  /// Whether the locale that the environment asks for is a UTF-8 one.
  ///
  /// Text is sent as UTF-8 in any case; where the locale says otherwise, plain signs are safer than glyphs.
  package let hasUnicodeLocale: Bool

  private var session: Session
  private var canvas: Canvas
  private var input = TerminalInput(descriptor: STDIN_FILENO)

  /// Takes over the terminal on standard input and output.
  ///
  /// - Parameter environment: Names the terminal (`TERM`) and may refuse colours (`NO_COLOR`).
  package init(theme: Theme, environment: [String: String]) throws(TerminalError) {
    hasUnicodeLocale = Self.setLocale()
    session = try Session(environment: environment)
    let hasColours = has_colors() && start_color() == OK && use_default_colors() == OK
    let theme = theme.effective(hasColours: hasColours, environment: environment)
    canvas = Canvas(window: session.window, palette: Palette(theme))
    resize()
  }

  /// Shows `frame`, and sends no more than what differs from the frame before.
  ///
  /// While a frame shown before is still on its way nothing is drawn, so that a slow link gets the newest state and none
  /// of those it was too slow for: when ``isOutputPending`` no longer holds, show what is the newest then.
  package mutating func show(_ frame: Frame) {
    flush()
    if isOutputPending { return }
    // The caret is seen only where it belongs: hidden before anything is drawn, and shown after.
    if frame.caret == nil { curs_set(0) }
    canvas.draw(frame)
    refresh()
    if frame.caret != nil { curs_set(1) }
    session.sendDrawn()
  }

  /// Draws the whole screen again, whatever a stray message or a bad line made of it.
  package func redraw() {
    cncurses_repaint_all()
    refresh()
  }

  /// The size of the window as it is now.
  package func size() -> Size {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else {
      // A serial line has no size of its own; terminfo's or the environment's is the best guess.
      return Size(rows: Int(getmaxy(session.window)), columns: Int(getmaxx(session.window)))
    }
    return Size(rows: Int(window.ws_row), columns: Int(window.ws_col))
  }

  /// Makes room for frames of the window's present size, after ``TerminalSignal/resized``.
  package mutating func resize() {
    let size = size()
    resizeterm(CInt(size.rows), CInt(size.columns))
    canvas.forget()
    cncurses_repaint_all()
  }

  /// Stops the program as Ctrl-Z would, with the terminal given back, and returns when it is continued.
  ///
  /// Ask for the ``size()`` afterwards: of a change meanwhile only the shell was told.
  package mutating func suspend() {
    session.leave()
    terminal_signals_stop()
    session.enter()
    resize()
    refresh()
  }

  /// Takes the screen back after ``TerminalSignal/continued``: a shell has used it, and set its own modes.
  ///
  /// Ask for the ``size()`` afterwards, as after ``suspend()``.
  package mutating func recover() {
    session.leave()
    session.enter()
    resize()
    refresh()
  }

  /// Gives the terminal back for good, after which nothing can be shown.
  package mutating func leave() {
    session.end()
  }

  /// The terminals that mark pastes are those that xterm's other requests can be sent to as well.
  var takesClipboard: Bool { session.marksPastes }

  func send(_ sequence: String) {
    session.send(sequence)
  }

  private func refresh() {
    if isOutputPending { return }
    wnoutrefresh(session.window)
    doupdate()
    session.sendDrawn()
  }

  /// ncurses sends the bytes of the locale, and without a UTF-8 one takes every other character for a control.
  private static func setLocale() -> Bool {
    let isUnicode = setlocale(LC_CTYPE, "") != nil && String(cString: nl_langinfo(CInt(CODESET))) == "UTF-8"
    if !isUnicode { setlocale(LC_CTYPE, "C.UTF-8") }
    return isUnicode
  }
}

extension NcursesTerminal {
  /// Whether the terminal has not taken all yet that was sent to it.
  ///
  /// Wait until ``outputDescriptor`` is writable then, and call ``flush()``.
  package var isOutputPending: Bool { session.output.isPending }

  /// Writable when the terminal takes bytes again.
  package var outputDescriptor: CInt { session.output.descriptor }

  /// Sends what the terminal takes now of what is pending; it never waits.
  package func flush() {
    session.output.flush()
  }
}

extension NcursesTerminal {
  /// The keys that have come since the last call, which may be none: it never waits.
  package mutating func readKeys() -> Input {
    input.readKeys()
  }

  /// Whether an ESC or an unfinished sequence is held back.
  ///
  /// If nothing has come for 100 ms then, ``keyTimeout()`` says what it was.
  package var isWaitingForKey: Bool { input.isWaiting }

  /// What the bytes held back mean now that nothing has followed them.
  package mutating func keyTimeout() -> [KeyPress] {
    input.timeout()
  }

  /// Throws away everything typed so far, so that it cannot answer a question that nobody had seen yet.
  package mutating func discardTypedAhead() {
    input.discardTypedAhead()
  }
}
