import Glibc

/// Asks on a terminal in plain lines, without moving the cursor.
enum LinePrompt {
  /// Whether there is somebody to ask.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Asks for `phrase`, after a line that says what it does; nothing else is a yes.
  static func confirms(_ phrase: String, _ lead: String) -> Bool {
    // What was typed before the question cannot be its answer.
    tcflush(STDIN_FILENO, TCIFLUSH)
    StandardError.line(lead)
    StandardError.prompt("Type  \(phrase)  and Enter:  ")
    return readLine() == phrase
  }
}
