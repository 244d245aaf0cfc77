import AppStream
import Runs

/// What is to be done with a run as soon as its journal has been read: another process may have gone on with it since.
struct RunRequest: Sendable, Equatable {
  let id: RunID
  var purpose: Purpose

  /// What was asked for.
  enum Purpose: Sendable, Equatable {
    /// Show it.
    case open
    /// Show again what is shown.
    case refresh
    /// Resume what was stopped or is unknown, or else retry what failed.
    case goOn
    /// The same, after the process that held it was ended.
    case goOnAfterEnding
    /// Undo these rows, or everything where there are none.
    case undo(Set<Association>)
  }
}
