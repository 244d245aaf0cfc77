import CNcurses
import Glibc
package import Screen

/// The terminal, from the moment the console takes it until it is given back.
///
/// Raw modes, the alternate screen and bracketed paste are on while it lives. ``leave()``, the end of its life, a
/// crash, a deadly signal and a call of `exit` all put everything back as it was. There can be one at a time.
@MainActor package struct NcursesTerminal: ~Copyable {
  /// Whether the locale that the environment asks for is a UTF-8 one.
  ///
  /// Text is sent as UTF-8 in any case; where the locale says otherwise, plain signs are safer than glyphs.
  package let hasUnicodeLocale: Bool

  private var session: Session
  private var canvas: Canvas
  private var input = TerminalInput(descriptor: STDIN_FILENO)
  private var sight = FrameSight()

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
    askWhatItCan()
  }

  /// Shows `frame`, and sends no more than what differs from the frame before.
  ///
  /// While a frame shown before is still on its way nothing is drawn, so that a slow link gets the newest state and none
  /// of those it was too slow for: when ``isOutputPending`` no longer holds, show what is the newest then.
  ///
  /// - Returns: The number under which the frame is seen (``TerminalNews/frameSeen(_:)``); `nil` if nothing was drawn.
  @discardableResult
  package mutating func show(_ frame: Frame) -> Int? {
    flush()
    if isOutputPending { return nil }
    // The caret is seen only where it belongs: hidden before anything is drawn, and shown after.
    if frame.caret == nil { curs_set(0) }
    canvas.draw(frame)
    refresh()
    if frame.caret != nil { curs_set(1) }
    session.sendDrawn()
    return sight.draw()
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
    // Whatever had the terminal meanwhile has read the answers that were under way.
    sight.forgetAsked()
    resize()
    refresh()
  }

  /// Takes the screen back after ``TerminalSignal/continued``: a shell has used it, and set its own modes.
  ///
  /// Ask for the ``size()`` afterwards, as after ``suspend()``.
  package mutating func recover() {
    session.leave()
    session.enter()
    // Whatever had the terminal meanwhile has read the answers that were under way.
    sight.forgetAsked()
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
  /// Whether the terminal answers reports, so that a frame has been seen only once one sent after it is answered.
  ///
  /// Otherwise a frame counts as seen as soon as it has left the output queue.
  package var answersReports: Bool { sight.isAnswering }

  /// Asks the terminal to tell when it has taken all that was sent so far.
  ///
  /// The answer comes with the keys, as ``TerminalNews/frameSeen(_:)`` of the newest frame. A terminal that has never
  /// answered is not asked again.
  package mutating func requestReport() {
    if answersReports { sendReport() }
  }

  /// The number of the newest frame seen, if that is news because the output queue is empty now.
  ///
  /// Read the keys first: those that came before were pressed by somebody who had not seen it.
  package mutating func frameSeenByQueue() -> Int? {
    isOutputPending ? nil : sight.emptyQueue()
  }

  /// Asks whether the terminal marks pastes, and whether it answers at all.
  ///
  /// It comes before anything is drawn, since a terminal that does not know a request may print a part of it.
  private mutating func askWhatItCan() {
    if session.marksPastes { session.send(Session.pasteMarksRequest) }
    sendReport()
  }

  private mutating func sendReport() {
    guard session.takesControlSequences else { return }
    session.send(Session.statusRequest)
    sight.ask()
  }
}

extension NcursesTerminal {
  /// What has come since the last call, which may be nothing: it never waits.
  ///
  /// - Parameter arrival: When the first byte had come, where that was noticed earlier than now.
  package mutating func readKeys(arrival: ContinuousClock.Instant? = nil) -> Input {
    switch input.read(arrival: arrival) {
    case .received(let received):
      let news = news(of: received)
      return news.isEmpty ? .nothing : .news(news)
    case .nothing: return .nothing
    case .lost: return .lost
    }
  }

  /// Until when an ESC, an unfinished sequence or a paste is held back; `nil` if nothing is.
  ///
  /// Ask ``keyTimeout()`` then what it was, if nothing has come before.
  package var keyDeadline: ContinuousClock.Instant? { input.deadline }

  /// What the bytes held back mean, where nothing has followed them until their deadline.
  package mutating func keyTimeout() -> [TerminalNews] {
    news(of: input.timeout())
  }

  /// Throws away everything typed so far, so that it cannot answer a question that nobody had seen yet.
  ///
  /// - Returns: What else came with it.
  package mutating func discardTypedAhead() -> [TerminalNews] {
    news(of: input.discardTypedAhead().map { .report($0) })
  }

  private mutating func news(of received: [Received]) -> [TerminalNews] {
    received.compactMap { item in
      switch item {
      case .key(let press): .key(press)
      case .report(.isReady): sight.answer().map { .frameSeen($0) }
      case .report: nil
      }
    }
  }
}
