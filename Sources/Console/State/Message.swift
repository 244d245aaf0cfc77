import PlainText
import Screen

/// What the program has to say about the last key, until the next one.
struct Message: Sendable, Equatable {
  var line: Line
  var style: Style

  /// The same as text.
  var text: String { line.text }

  /// What was done.
  static func done(_ line: Line) -> Message { Message(line: line, style: .text) }
  /// Why a key did nothing, or what to know before going on.
  static func warning(_ line: Line) -> Message { Message(line: line, style: .warning) }

  /// Why nothing can be typed for a plan that is being checked.
  static let unchecked = Message.warning("The plan is being checked; nothing can be confirmed yet.")
  /// Why nothing can be typed for what the terminal has not shown.
  static let unseen = Message.warning("The terminal has not shown this yet; nothing can be confirmed before.")
  /// Why the screen is drawn again by itself.
  static let drawnAgain = Message.warning("The terminal does not say that it shows this, so it is drawn again.")
}
