import AppStream

/// The rows that are marked, by what makes a row the one it is, so that marks outlast filters, other stacks and reading
/// again.
struct Marks: Sendable, Equatable {
  /// The marked rows.
  private(set) var rows: Set<Association> = []
  /// How many of them are on each stack.
  private(set) var countByStack: [String: Int] = [:]
  private var changes: [Change] = []

  private struct Change: Sendable, Equatable {
    var added: Set<Association>
    var removed: Set<Association>
  }

  var count: Int { rows.count }
  var isEmpty: Bool { rows.isEmpty }
  /// Whether there is a change to take back.
  var canUndo: Bool { !changes.isEmpty }

  func contains(_ row: Association) -> Bool {
    // Nothing is marked most of the time, and a hash of three strings for every row on the screen is not free.
    !rows.isEmpty && rows.contains(row)
  }

  /// Marks `row`, or takes its mark off.
  mutating func toggle(_ row: Association) {
    if contains(row) {
      change(removing: [row])
    } else {
      change(adding: [row])
    }
  }

  /// Adds marks and takes marks off, as one change.
  ///
  /// - Returns: Whether any mark is different now.
  @discardableResult
  mutating func change(
    adding: some Sequence<Association> = [],
    removing: some Sequence<Association> = []
  ) -> Bool {
    let change = Change(added: Set(adding).subtracting(rows), removed: Set(removing).intersection(rows))
    guard !change.added.isEmpty || !change.removed.isEmpty else { return false }
    changes.append(change)
    apply(added: change.added, removed: change.removed)
    return true
  }

  /// Takes all marks off.
  mutating func clear() {
    change(removing: rows)
  }

  /// Takes the last change back.
  ///
  /// - Returns: How many marks it put back and how many it took off, or `nil` when there was no change.
  mutating func undo() -> (marked: Int, unmarked: Int)? {
    guard let change = changes.popLast() else { return nil }
    apply(added: change.removed, removed: change.added)
    return (change.removed.count, change.added.count)
  }

  /// Forgets rows that are no more; taking changes back does not bring them again.
  mutating func forget(_ gone: some Sequence<Association>) {
    let gone = Set(gone)
    guard !gone.isEmpty else { return }
    apply(added: [], removed: rows.intersection(gone))
    changes = changes.compactMap { change in
      let kept = Change(added: change.added.subtracting(gone), removed: change.removed.subtracting(gone))
      return kept.added.isEmpty && kept.removed.isEmpty ? nil : kept
    }
  }

  private mutating func apply(added: Set<Association>, removed: Set<Association>) {
    rows.subtract(removed)
    rows.formUnion(added)
    for row in removed {
      let left = (countByStack[row.stackName] ?? 0) - 1
      countByStack[row.stackName] = left > 0 ? left : nil
    }
    for row in added { countByStack[row.stackName, default: 0] += 1 }
  }
}
