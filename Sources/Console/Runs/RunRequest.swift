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
    /// Resume what was stopped or is unknown, or else retry what failed: these rows, or all where there are none.
    case goOn(Set<Association>)
    /// The same, after the process that held it was ended.
    case goOnAfterEnding(Set<Association>)
    /// Undo these rows, or everything where there are none.
    case undo(Set<Association>)
  }
}
