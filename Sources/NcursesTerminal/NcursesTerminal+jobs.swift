import CNcurses
import Glibc

/// The terminal as one of several programs has it in turn, under a shell that stops and continues them.
extension NcursesTerminal {
  /// Waits until the program is in the foreground, stopped as one that uses the terminal from the background is.
  ///
  /// Call it before anything catches the signals that end a stopped program.
  ///
  /// - Throws: ``TerminalError/inBackground`` where nobody could bring it there.
  package static func waitForForeground() throws(TerminalError) {
    guard terminal_signals_wait_for_foreground() else { throw .inBackground }
  }

  /// Whether the terminal may be used now; another program may be in the foreground.
  ///
  /// A shell need not tell when that changes.
  package var isInForeground: Bool { held.isInForeground }

  /// Whether the terminal is gone, as can be seen without reading from it.
  package var isGone: Bool {
    var request = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
    return poll(&request, 1, 0) > 0 && request.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
  }

  /// Leaves the terminal alone, because another program is in the foreground; ``recover()`` takes it again.
  package func stepBack() {
    held.abandon()
  }

  /// Stops the program as Ctrl-Z would, with the terminal given back, and returns when it is continued.
  ///
  /// If it ``isInForeground`` then, have it ``recover()``.
  package mutating func suspend() {
    awaitAnswers()
    held.leave()
    terminal_signals_stop()
  }

  /// Takes the screen back: a shell has used it, and set its own modes.
  ///
  /// Ask for the ``size()`` afterwards: of a change meanwhile only the shell was told.
  package mutating func recover() {
    held.leave()
    held.enter()
    // Whatever had the terminal meanwhile has read the answers that were under way.
    sight.forgetAsked()
    windowTitle = nil
    resize()
    refresh()
  }

  /// Gives the terminal back for good, after which nothing can be shown.
  package mutating func leave() {
    awaitAnswers()
    held.end()
  }
}
