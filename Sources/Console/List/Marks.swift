import AppStream
import BitCollections

/// The rows that are marked, by their numbers, so that marks outlast filters, other stacks and reading again.
///
/// They are counted by stack: a stack that is read, or a step of a run, costs what is on it and not all marks.
struct Marks: Sendable, Equatable {
  /// The numbers of the marked rows.
  private(set) var rows = BitSet()
  /// How many rows are marked.
  private(set) var count = 0
  /// How many of them are on each stack, by the number of the stack's name.
  private var counts: [Int] = []
  private var history: MarkHistory

  init(history: MarkHistory = MarkHistory()) {
    self.history = history
  }

  var isEmpty: Bool { count == 0 }
  /// Whether changes cannot be taken back any more because too many came after them.
  var isHistoryCut: Bool { history.isCut }

  func contains(_ row: AssociationID) -> Bool { count > 0 && rows.contains(row.index) }

  /// Whether an association is marked.
  func contains(_ association: Association, in table: AssociationTable) -> Bool {
    count > 0 && table.id(of: association).map { contains($0) } ?? false
  }

  /// The marked rows of the stack called `stack`.
  func rows(on stack: String, in table: AssociationTable) -> [AssociationID] {
    guard count(on: stack, in: table) > 0, let number = table.stackNames.number(of: stack) else { return [] }
    return table.associations(onStack: number).filter { contains($0) }
  }

  /// How many rows of the stack called `stack` are marked.
  func count(on stack: String, in table: AssociationTable) -> Int {
    guard let number = table.stackNames.number(of: stack), counts.indices.contains(Int(number)) else { return 0 }
    return counts[Int(number)]
  }

  /// Marks `row`, or takes its mark off.
  mutating func toggle(_ row: AssociationID, in table: AssociationTable) {
    if contains(row) {
      remove(row, table)
      history.append(.init(added: .none, removed: RowSet(row)))
    } else {
      insert(row, table)
      history.append(.init(added: RowSet(row), removed: .none))
    }
  }

  /// Adds marks and takes marks off, as one change.
  ///
  /// - Returns: How many marks were added and how many taken off.
  @discardableResult
  mutating func change(
    adding: BitSet = [],
    removing: BitSet = [],
    in table: AssociationTable
  ) -> (added: Int, removed: Int) {
    let added = adding.subtracting(rows)
    let removed = removing.intersection(rows).subtracting(added)
    let counts = (added.count, removed.count)
    guard counts != (0, 0) else { return counts }
    put(added, table)
    take(removed, table)
    history.append(.init(added: RowSet(added), removed: RowSet(removed)))
    return counts
  }

  /// Takes all marks off.
  mutating func clear(in table: AssociationTable) {
    change(removing: rows, in: table)
  }

  /// Takes the last change back.
  ///
  /// - Returns: How many marks it put back and how many it took off, or `nil` when there was no change.
  mutating func undo(in table: AssociationTable) -> (marked: Int, unmarked: Int)? {
    guard let change = history.removeLast() else { return nil }
    put(change.removed.bits.subtracting(rows), table)
    take(change.added.bits.intersection(rows), table)
    return (change.removed.count, change.added.count)
  }

  /// Forgets rows that are no more; taking changes back does not bring them again.
  ///
  /// - Returns: How many of them were marked.
  @discardableResult
  mutating func forget(_ gone: some Collection<AssociationID>, in table: AssociationTable) -> Int {
    history.forget(gone)
    let marked = gone.filter { contains($0) }
    for row in marked { remove(row, table) }
    return marked.count
  }

  private mutating func insert(_ row: AssociationID, _ table: AssociationTable) {
    rows.insert(row.index)
    count += 1
    add(1, to: table.stack(of: row))
  }

  private mutating func remove(_ row: AssociationID, _ table: AssociationTable) {
    rows.remove(row.index)
    count -= 1
    add(-1, to: table.stack(of: row))
  }

  private mutating func put(_ added: BitSet, _ table: AssociationTable) {
    rows.formUnion(added)
    count += added.count
    for index in added { add(1, to: table.stack(of: AssociationID(UInt32(index)))) }
  }

  private mutating func take(_ removed: BitSet, _ table: AssociationTable) {
    rows.subtract(removed)
    count -= removed.count
    for index in removed { add(-1, to: table.stack(of: AssociationID(UInt32(index)))) }
  }

  private mutating func add(_ difference: Int, to stack: UInt32) {
    while counts.count <= Int(stack) { counts.append(0) }
    counts[Int(stack)] += difference
  }
}

extension BitSet {
  /// The associations with these numbers, in the order of their numbers.
  func associations(in table: AssociationTable) -> [Association] { map { table[AssociationID(UInt32($0))] } }
}
