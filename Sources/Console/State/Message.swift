import Screen

/// What the program has to say about the last key, until the next one.
struct Message: Sendable, Equatable {
  var text: String
  var style: Style

  /// What was done.
  static func done(_ text: String) -> Message { Message(text: text, style: .text) }
  /// Why a key did nothing, or what to know before going on.
  static func warning(_ text: String) -> Message { Message(text: text, style: .warning) }
}
