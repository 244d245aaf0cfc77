import Screen

/// What the program has to say about the last key, until the next one.
struct Message: Sendable, Equatable {
  var text: String
  var style: Style

  /// What was done.
  static func done(_ text: String) -> Message { Message(text: text, style: .text) }
  /// Why a key did nothing, or what to know before going on.
  static func warning(_ text: String) -> Message { Message(text: text, style: .warning) }

  /// Why nothing can be typed for a plan that is being checked.
  static let unchecked = Message.warning("The plan is being checked; nothing can be confirmed yet.")
  /// Why nothing can be typed for what the terminal has not shown.
  static let unseen = Message.warning("The terminal has not shown this yet; nothing can be confirmed before.")
  /// Why the screen is drawn again by itself.
  static let drawnAgain = Message.warning("The terminal does not say that it shows this, so it is drawn again.")
}
