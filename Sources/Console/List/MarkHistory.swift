import AppStream
import BitCollections
import DequeModule

/// The changes of marks that can be taken back, the latest last, as many as there is room for.
///
/// Rows that are no more are not looked for in every change, which would make a run slower with every mark that was
/// ever made: they are kept beside the changes, and left out when a change is taken back.
struct MarkHistory: Sendable, Equatable {
  /// How many bytes the changes take together at most; the latest is kept in any case.
  ///
  /// Every inversion of a million marks takes a quarter of a million bytes.
  static let room = 4_000_000

  private let room: Int
  private var changes: Deque<Change> = []
  /// How many changes there were.
  private var count = 0
  /// How many bytes the changes take.
  private var size = 0
  /// Rows that are no more, each with the number of the last change before it was gone.
  private var gone: [AssociationID: Int] = [:]
  /// Whether changes were dropped because there were too many.
  private(set) var isCut = false

  init(room: Int = Self.room) {
    self.room = room
  }

  /// What one change did to the marks.
  struct Change: Sendable, Equatable {
    var added: RowSet
    var removed: RowSet
    fileprivate var number = 0

    init(added: RowSet, removed: RowSet) {
      self.added = added
      self.removed = removed
    }

    fileprivate var isEmpty: Bool { added.count + removed.count == 0 }
    // What holds the rows takes room as well.
    fileprivate var size: Int { added.size + removed.size + MemoryLayout<Change>.stride }
  }

  /// Keeps `change`, and drops the oldest ones where there is no room for all.
  mutating func append(_ change: Change) {
    count += 1
    var change = change
    change.number = count
    changes.append(change)
    size += change.size
    while size > room, changes.count > 1 {
      size -= changes.removeFirst().size
      isCut = true
    }
  }

  /// Takes the last change out that still concerns a row.
  mutating func removeLast() -> Change? {
    while let last = changes.popLast() {
      size -= last.size
      let change = withoutGone(last)
      if changes.isEmpty { gone = [:] }
      if !change.isEmpty { return change }
    }
    return nil
  }

  /// Leaves `rows` out of every change so far.
  mutating func forget(_ rows: some Sequence<AssociationID>) {
    guard !changes.isEmpty else { return }
    for row in rows { gone[row] = count }
    // As many as the changes hold: to leave them out now costs no more than noting them did.
    if gone.count * MemoryLayout<AssociationID>.stride >= size { leaveGoneOut() }
  }

  private mutating func leaveGoneOut() {
    changes = Deque(changes.lazy.map(withoutGone).filter { !$0.isEmpty })
    size = changes.reduce(0) { $0 + $1.size }
    gone = [:]
  }

  private func withoutGone(_ change: Change) -> Change {
    guard !gone.isEmpty else { return change }
    var kept = change
    let isGone = { (row: AssociationID) in (gone[row] ?? 0) >= change.number }
    kept.added.remove(gone.keys, where: isGone)
    kept.removed.remove(gone.keys, where: isGone)
    return kept
  }
}
