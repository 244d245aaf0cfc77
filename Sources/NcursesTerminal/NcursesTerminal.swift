import CNcurses
import Glibc
import LocalIO
import PlainText
package import Screen

/// The terminal, from the moment the console takes it until it is given back.
///
/// Raw modes, the alternate screen, bracketed paste and what else is wished for are on while it lives. ``leave()``,
/// the end of its life, a crash, a deadly signal and a call of `exit` all put everything back as it was. There can be
/// one at a time.
@MainActor package struct NcursesTerminal: ~Copyable {
  /// Whether the locale that the environment asks for is a UTF-8 one.
  ///
  /// Text is sent as UTF-8 in any case; where the locale says otherwise, plain signs are safer than glyphs.
  package let hasUnicodeLocale: Bool

  let wishes: TerminalWishes
  let multiplexer: Multiplexer?
  var held: HeldTerminal
  private var canvas: Canvas
  var input = TerminalInput(descriptor: STDIN_FILENO)
  var sight = FrameSight()
  /// The title that the window was given; `nil` where it has its own.
  var windowTitle: Line?

  /// Takes over the terminal on standard input and output.
  ///
  /// - Parameter environment: Names the terminal (`TERM`), and tells what stands before it (`TMUX`, `STY`).
  package init(_ wishes: TerminalWishes, environment: [String: String]) throws(TerminalError) {
    hasUnicodeLocale = Self.setLocale()
    self.wishes = wishes
    multiplexer = Multiplexer(terminal: environment["TERM"] ?? "", environment: environment)
    held = try HeldTerminal(wishes, environment: environment)
    canvas = Canvas(window: held.window, palette: Palette(wishes.theme, on: .ofOpenTerminal()))
    resize()
    askWhatItCan()
  }

  /// Shows `frame`, and sends no more than what differs from the frame before.
  ///
  /// While a frame shown before is still on its way nothing is drawn, so that a slow link gets the newest state and
  /// none of those it was too slow for: when ``isOutputPending`` no longer holds, show what is the newest then. Where
  /// the terminal answers reports, a link that is too slow for all of the frame gets a part of it.
  package mutating func show(_ frame: Frame) -> Showing {
    flush()
    if isOutputPending { return .nothing }
    // The caret is seen only where it belongs: hidden before anything is drawn, and shown after.
    if frame.caret == nil { curs_set(0) }
    let isWhole = canvas.draw(frame, budget: sight.traffic.budget)
    if !isWhole { curs_set(0) }
    refresh()
    if isWhole, frame.caret != nil { curs_set(1) }
    sendDrawn()
    let showing = isWhole ? Showing.whole(sight.draw()) : .part
    reportIfWanted()
    return showing
  }

  /// Draws the whole screen again, whatever a stray message or a bad line made of it.
  package mutating func redraw() {
    cncurses_repaint_all()
    refresh()
    reportIfWanted()
  }

  /// The size of the window as it is now.
  ///
  /// A serial line has no size of its own; the environment's (`LINES`, `COLUMNS`) or terminfo's is the best guess then.
  package func size() -> Size {
    HeldTerminal.windowSize() ?? Size(rows: Int(getmaxy(held.window)), columns: Int(getmaxx(held.window)))
  }

  /// Makes room for frames of the window's present size, after ``TerminalSignal/resized``.
  package mutating func resize() {
    let size = size()
    resizeterm(CInt(size.rows), CInt(size.columns))
    canvas.forget()
    cncurses_repaint_all()
  }

  mutating func send(_ sequence: String) {
    held.send(sequence)
    sight.send(sequence.utf8.count)
    reportIfWanted()
  }

  mutating func refresh() {
    if isOutputPending { return }
    wnoutrefresh(held.window)
    doupdate()
    sendDrawn()
  }

  private mutating func sendDrawn() {
    sight.send(held.sendDrawn())
  }

  /// ncurses sends the bytes of the locale, and without a UTF-8 one takes every other character for a control.
  private static func setLocale() -> Bool {
    let isUnicode = setlocale(LC_CTYPE, "") != nil && String(cString: nl_langinfo(CInt(CODESET))) == "UTF-8"
    if !isUnicode { setlocale(LC_CTYPE, "C.UTF-8") }
    return isUnicode
  }
}

/// What became of a frame.
package enum Showing: Sendable, Equatable {
  /// It is drawn, and is seen under this number (``TerminalNews/frameSeen(_:)``).
  case whole(Int)
  /// A part of it is drawn. Show what is the newest as soon as a frame may be begun again.
  case part
  /// Nothing is drawn, because the terminal takes nothing.
  case nothing
}

extension NcursesTerminal {
  /// Whether the terminal has not taken all yet that was sent to it.
  ///
  /// Wait until ``outputDescriptor`` is writable then, and call ``flush()``.
  package var isOutputPending: Bool { held.output.isPending }

  /// Writable when the terminal takes bytes again.
  package var outputDescriptor: CInt { held.output.descriptor }

  /// Sends what the terminal takes now of what is pending; it never waits.
  package mutating func flush() {
    held.flush()
    reportIfWanted()
  }
}
