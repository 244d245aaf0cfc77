import CNcurses
import Glibc

/// A signal that concerns a program with a screen.
package enum TerminalSignal: Sendable, Hashable {
  /// The window has another size (SIGWINCH).
  case resized
  /// The program runs again after it was stopped (SIGCONT). The shell may have used the screen meanwhile.
  case continued
  /// Somebody asks the program to stop for now (SIGTSTP, SIGTTIN, SIGTTOU).
  case stop
  /// Somebody asks the program to end (SIGINT, SIGTERM).
  case end
  /// The terminal is gone (SIGHUP).
  case hangUp

  init?(number: UInt8) {
    switch CInt(number) {
    case SIGWINCH: self = .resized
    case SIGCONT: self = .continued
    case SIGTSTP, SIGTTIN, SIGTTOU: self = .stop
    case SIGINT, SIGTERM: self = .end
    case SIGHUP: self = .hangUp
    default: return nil
    }
  }
}

/// Signals as something to read, so that the loop that waits for keys can wait for them too.
///
/// Make it before a ``NcursesTerminal``: ncurses then leaves these signals alone, and so does the terminal's guard.
package struct TerminalSignals: Sendable {
  /// Readable when a signal has come.
  package let descriptor: CInt

  /// - Throws: The reason that the system gives for refusing a pipe.
  package init() throws(SignalsError) {
    descriptor = terminal_signals_open()
    guard descriptor >= 0 else { throw SignalsError(number: errno) }
  }

  /// The signals that have come since the last call, in their order.
  package func take() -> [TerminalSignal] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).compactMap(TerminalSignal.init)
  }
}

/// The system gave no pipe to pass signals through.
package struct SignalsError: Error, Equatable, Sendable, CustomStringConvertible {
  let number: CInt

  package var description: String {
    "The console cannot watch for signals: \(String(cString: strerror(number))). Close other programs and start it again."
  }
}
