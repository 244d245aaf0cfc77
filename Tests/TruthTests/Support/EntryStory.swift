import AppStream

/// What the wire and the service's record tell of one entry, in the order in which it happened.
///
/// Positions count the run's calls, failed ones included.
struct EntryStory: Sendable {
  /// What the answer to a call said of the entry; calls that applied nothing and said so are left out.
  enum Answer: Sendable, Equatable {
    case clean
    /// Errors that name the entry, by their codes.
    case errors([String])
    case lost
    /// The whole call was refused; whether the entry, or the stack of a caller who may not change it, was alone in it.
    case refused(code: String, isAlone: Bool)
  }

  struct Send: Sendable {
    var position: Int
    var leg: Int
    var answer: Answer
  }

  /// A read that arrived whole.
  struct Sighting: Sendable {
    var position: Int
    /// The position of the call that showed the entry, or of the first page that might have, where it shows that none
    /// did: what happens after that may not be in it.
    var begin: Int
    var leg: Int
    /// Whether it shows the entry on its stack.
    var isThere: Bool
    /// Whether the entry was there.
    var isThereInTruth: Bool
    /// Whether it shows the entry missing only by not having it on any of several pages, which may hide rows.
    var isOfPages = false
    /// Whether it may have been another stack's read that the list of stacks was asked for, and this one's had failed.
    var isDoubtful: Bool
  }

  /// Something that somebody else did to the entry.
  struct Meddling: Sendable {
    var position: Int
    var isThere: Bool
  }

  var sends: [Send] = []
  var sightings: [Sighting] = []
  var failedReads: [Int] = []
  var meddlings: [Meddling] = []
  /// Whether it is there now.
  var isThere: Bool

  /// What was seen since it was sent last, by reads that had not begun before that.
  var sightingsSinceSent: [Sighting] {
    guard let last = sends.last else { return sightings }
    return sightings.filter { $0.begin > last.position }
  }

  var losses: Int { sends.count { $0.answer == .lost } }
}
