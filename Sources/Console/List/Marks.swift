import AppStream

/// The rows that are marked, by what makes a row the one it is, so that marks outlast filters, other stacks and reading
/// again.
///
/// They are kept by stack: a stack that is read, or a step of a run, costs what is on it and not all marks.
struct Marks: Sendable, Equatable {
  /// How many rows are marked.
  private(set) var count = 0
  private var byStack: [String: Set<Association>] = [:]
  private var history = MarkHistory()

  var isEmpty: Bool { count == 0 }
  /// The marked rows.
  var rows: Set<Association> { byStack.values.reduce(into: []) { $0.formUnion($1) } }
  /// How many of them are on each stack.
  var countByStack: [String: Int] { byStack.mapValues(\.count) }
  /// Whether changes cannot be taken back any more because too many came after them.
  var isHistoryCut: Bool { history.isCut }

  func contains(_ row: Association) -> Bool {
    // Nothing is marked most of the time, and a hash of three strings for every row on the screen is not free.
    count > 0 && byStack[row.stackName]?.contains(row) == true
  }

  /// The marked rows of the stack called `stack`.
  func rows(on stack: String) -> Set<Association> { byStack[stack] ?? [] }

  /// How many rows of the stack called `stack` are marked.
  func count(on stack: String) -> Int { byStack[stack]?.count ?? 0 }

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
    let change = MarkHistory.Change(added: adding.filter { insert($0) }, removed: removing.filter { remove($0) })
    guard !change.added.isEmpty || !change.removed.isEmpty else { return false }
    history.append(change)
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
    guard let change = history.removeLast() else { return nil }
    for row in change.removed { insert(row) }
    for row in change.added { remove(row) }
    return (change.removed.count, change.added.count)
  }

  /// Forgets rows that are no more; taking changes back does not bring them again.
  ///
  /// - Returns: How many of them were marked.
  @discardableResult
  mutating func forget(_ gone: some Collection<Association>) -> Int {
    history.forget(gone)
    return gone.count { remove($0) }
  }

  @discardableResult
  private mutating func insert(_ row: Association) -> Bool {
    guard byStack[row.stackName, default: []].insert(row).inserted else { return false }
    count += 1
    return true
  }

  @discardableResult
  private mutating func remove(_ row: Association) -> Bool {
    guard byStack[row.stackName]?.remove(row) != nil else { return false }
    count -= 1
    if byStack[row.stackName]?.isEmpty == true { byStack[row.stackName] = nil }
    return true
  }
}
