import Console

/// What the console's loop wakes up for.
enum LoopInput: Sendable, Equatable {
  /// The service answered, or something else happened that the state is told of as it is.
  case event(Event)
  /// Somebody typed, or the terminal is gone.
  case keysReadable
  /// A signal came.
  case signalsReadable
  /// Nothing has followed an ESC for as long as one may wait; its number tells it from earlier ones.
  case escapeWaited(Int)
  /// A drawing that was put off is due.
  case drawDue

  /// Whether a person waits to see its effect.
  var isUrgent: Bool {
    if case .event = self { false } else { true }
  }
}

/// An input that is to come later.
struct LaterInput: Sendable, Equatable {
  var input: LoopInput
  var wait: Duration
}
