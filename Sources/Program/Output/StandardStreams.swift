import Glibc
import LocalIO
import PlainText
import Screen
import SystemPackage

/// Results: what a pipe or a file behind the command is meant to get.
enum StandardOutput {
  /// How many columns the terminal has that it goes to; `nil` where it goes elsewhere, or nobody knows.
  static var terminalWidth: Int? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
    return Int(window.ws_col)
  }

  /// Writes `text` as it is, or on a terminal in what it has of characters (``OutputRepertoire``).
  ///
  /// A reader that went away has read what it wanted, which is no failure.
  ///
  /// - Throws: ``CommandFailure`` when not all of it could be written, as on a full disk.
  static func write(_ text: String) throws {
    do throws(WriteError) {
      let shown = isatty(STDOUT_FILENO) == 1 ? OutputRepertoire.current.spelling(text) : text
      try FileDescriptorWriter.write(shown, to: STDOUT_FILENO, awaitingRoom: EndRequest.awaitRoom)
    } catch {
      if case .system(.brokenPipe) = error { return }
      throw CommandFailure(
        .unavailable,
        "The result could not be written to standard output: \(error.reason). What is there is not complete."
      )
    }
  }
}

/// Progress, prompts and errors: what a person is meant to read.
enum StandardError {
  /// Writes one line.
  static func line(_ line: Line) {
    prompt(line + "\n")
  }

  /// Writes a text that the answer is typed behind.
  static func prompt(_ line: Line) {
    do throws(WriteError) {
      try FileDescriptorWriter.write(
        OutputRepertoire.current.spelling(line.text),
        to: STDERR_FILENO,
        awaitingRoom: EndRequest.awaitRoom
      )
    } catch {
      // There is no other place to say so, and a run goes on without being watched.
    }
  }
}
