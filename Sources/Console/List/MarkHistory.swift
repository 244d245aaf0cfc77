import AppStream
import DequeModule

/// The changes of marks that can be taken back, the latest last, as many as there is room for.
///
/// Rows that are no more are not looked for in every change, which would make a run slower with every mark that was
/// ever made: they are kept beside the changes, and left out when a change is taken back.
struct MarkHistory: Sendable, Equatable {
  /// How many rows the changes hold together at most; the latest is kept in any case.
  ///
  /// A row takes about 50 bytes, and every inversion of all marks holds all rows.
  static let room = 200_000

  private var changes: Deque<Change> = []
  /// How many changes there were.
  private var count = 0
  /// How many rows the changes hold.
  private var rows = 0
  /// Rows that are no more, each with the number of the last change before it was gone.
  private var gone: [Association: Int] = [:]
  /// Whether changes were dropped because there were too many.
  private(set) var isCut = false

  /// What one change did to the marks.
  struct Change: Sendable, Equatable {
    var added: [Association]
    var removed: [Association]
    fileprivate var number = 0

    init(added: [Association], removed: [Association]) {
      self.added = added
      self.removed = removed
    }

    fileprivate var size: Int { added.count + removed.count }
  }

  /// Keeps `change`, and drops the oldest ones where there is no room for all.
  mutating func append(_ change: Change) {
    count += 1
    var change = change
    change.number = count
    changes.append(change)
    rows += change.size
    while rows > Self.room, changes.count > 1 {
      rows -= changes.removeFirst().size
      isCut = true
    }
  }

  /// Takes the last change out that still concerns a row.
  mutating func removeLast() -> Change? {
    while let last = changes.popLast() {
      rows -= last.size
      let change = withoutGone(last)
      if changes.isEmpty { gone = [:] }
      if change.size > 0 { return change }
    }
    return nil
  }

  /// Leaves `rows` out of every change so far.
  mutating func forget(_ rows: some Sequence<Association>) {
    guard !changes.isEmpty else { return }
    for row in rows { gone[row] = count }
    // As many as the changes hold: to leave them out now costs no more than noting them did.
    if gone.count >= self.rows { leaveGoneOut() }
  }

  private mutating func leaveGoneOut() {
    changes = Deque(changes.lazy.map(withoutGone).filter { $0.size > 0 })
    rows = changes.reduce(0) { $0 + $1.size }
    gone = [:]
  }

  private func withoutGone(_ change: Change) -> Change {
    guard !gone.isEmpty else { return change }
    var kept = change
    let isGone = { (row: Association) in (gone[row] ?? 0) >= change.number }
    kept.added.removeAll(where: isGone)
    kept.removed.removeAll(where: isGone)
    return kept
  }
}
