import Console

/// Where what the console's loop wakes up for comes in.
typealias LoopInbox = Inbox<LoopInput>

/// What the console's loop wakes up for.
enum LoopInput: Sendable, Equatable {
  /// Something happened that the state is told of as it is.
  case event(Event)
  /// Something was answered in the session of this number, and means nothing to another one.
  case sessionEvent(Event, session: Int)
  /// Somebody typed, the terminal answered, or it is gone; what there is to read began to come at this moment.
  case keysReadable(at: ContinuousClock.Instant)
  /// A signal came.
  case signalsReadable
  /// The terminal takes bytes again.
  case outputWritable
  /// Nothing has followed an unfinished key for as long as one may wait; its number tells it from earlier ones.
  case keyOverdue(Int)
  /// A drawing that was put off is due.
  case drawDue
  /// It is time to look whether the program is in the foreground again.
  case foregroundDue
  /// Nobody has said for as long as one may wait that the question of this number has been seen.
  case sightOverdue(Int)

  /// Whether a person waits to see its effect, or the system asks: it goes before what a run or a reading has to tell.
  var isUrgent: Bool {
    switch self {
    case .event(.key), .event(.resized), .event(.stopRequested): true
    case .event, .sessionEvent: false
    case .keysReadable, .signalsReadable, .outputWritable, .keyOverdue, .drawDue, .foregroundDue, .sightOverdue: true
    }
  }
}

/// An input that is to come later.
struct LaterInput: Sendable, Equatable {
  var input: LoopInput
  var wait: Duration
}
