import FoundationEssentials

/// A run as a list has it.
public struct ListedRun: Sendable, Equatable {
  /// The run's name.
  public var id: RunID
  /// Whether a living process works on it.
  public var isHeld: Bool
  /// What its journal holds, or why that cannot be read.
  public var contents: Result<JournalContents, JournalError>

  /// Makes one.
  public init(id: RunID, isHeld: Bool, contents: Result<JournalContents, JournalError>) {
    self.id = id
    self.isHeld = isHeld
    self.contents = contents
  }

  /// Whether it was begun after `other`: the names of runs tell the second, and their journals the rest.
  func isNewer(than other: ListedRun) -> Bool {
    (second, started, id) > (other.second, other.started, other.id)
  }

  private var second: Substring { id.text.prefix { $0 != "-" } }

  private var started: Date {
    if case .success(let contents) = contents { contents.started } else { .distantPast }
  }

  /// How it stands; `nil` when its journal cannot be read.
  public var status: RunStatus? {
    do { return try contents.get().status(isHeld: isHeld) } catch { return nil }
  }
}
