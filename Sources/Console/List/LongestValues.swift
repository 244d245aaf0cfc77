import AppStream
import BitCollections
import PlainText
import Runs
import Screen

/// How much of the terminal's width the longest values of rows take, column by column.
struct LongestValues: Sendable, Equatable {
  private var widths: [RowColumn: Int] = [:]

  /// How many columns of the terminal the longest value takes.
  subscript(column: RowColumn) -> Int { widths[column] ?? 0 }

  /// Takes in what `columns` say of a row.
  mutating func take(
    _ row: Association,
    _ facts: UserFacts,
    _ result: RowResult? = nil,
    _ columns: [RowColumn] = RowColumn.shown
  ) {
    for column in columns { take(column, column.width(of: row, facts, result)) }
  }

  /// Takes in that a value of `column` is so wide.
  mutating func take(_ column: RowColumn, _ width: Int) {
    if width > self[column] { widths[column] = width }
  }

  /// Takes in the longest values of other rows.
  mutating func widen(by other: LongestValues) {
    for (column, width) in other.widths { take(column, width) }
  }
}

extension LongestValues {
  /// The longest values of the rows that a list shows.
  ///
  /// Each user and each stack is looked at once, on however many rows they are, and few of them as text: there may be a
  /// million.
  init(of rows: ArrangedRows, _ estate: Estate, _ results: RowResults) {
    self.init()
    let table = estate.table
    let facts = UserFacts(estate)
    var (users, stacks) = (BitSet(), BitSet())
    let columns = RowColumn.shown
    var widths = columns.map { _ in 0 }
    for row in rows.shown {
      stacks.insert(Int(table.stack(of: row)))
      let user = table.user(of: row)
      guard users.insert(Int(user)).inserted else { continue }
      for (index, column) in columns.enumerated() {
        widths[index] = max(widths[index], column.width(ofUser: user, estate, facts) ?? 0)
      }
    }
    for (column, width) in zip(columns, widths) { take(column, width) }
    for stack in stacks { take(.stack, table.stackNames.width(of: UInt32(stack))) }
    for (row, result) in results.all where rows.set.contains(row.index) {
      take(table[row], facts, result, [.result])
    }
  }
}

extension NameTable {
  /// How many columns of the terminal the name with this number takes.
  func width(of number: UInt32) -> Int {
    lengthOfPrintableASCII(number) ?? DisplayWidth.of(Line(self[number]))
  }
}

extension PlanState {
  /// Measures its entries, after a change of what is known of them.
  mutating func measure(_ facts: UserFacts) {
    for entry in plan.entries { longest.take(entry, facts) }
    if !gone.isEmpty { longest.take(.status, DisplayWidth.of(goneWord)) }
  }
}

extension ConsoleState {
  /// Measures the rows of the run that is shown, after a change of what is known of them.
  mutating func measureRun() {
    guard let run else { return }
    let facts = UserFacts(foreignness(of: run.machine.plan) == nil ? estate : Estate())
    self.run?.measure(facts)
  }
}

extension RunState {
  fileprivate mutating func measure(_ facts: UserFacts) {
    for entry in machine.entries { longest.take(entry.association, facts, RowResult(entry)) }
  }
}
