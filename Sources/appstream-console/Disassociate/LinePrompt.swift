import AWSClientCore
import Glibc
import Runs

/// Asks on a terminal in plain lines, without moving the cursor.
enum LinePrompt {
  /// Whether there is somebody to ask.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Asks for what `confirmation` demands; only exactly that is a yes.
  static func confirms(_ confirmation: Confirmation) -> Bool {
    let demanded: String
    switch confirmation {
    case .key: demanded = "y"
    case .text(let text): demanded = text
    }
    return answer("Nothing has been sent. Type  \(demanded)  and Enter to send, anything else to leave: ") == demanded
  }

  /// Asks a question that only `y` says yes to.
  static func agrees(_ question: String) -> Bool { answer(question) == "y" }

  private static func answer(_ question: String) -> String? {
    // What was typed before the question cannot be its answer.
    tcflush(STDIN_FILENO, TCIFLUSH)
    StandardError.prompt(question)
    return readLine()
  }
}
