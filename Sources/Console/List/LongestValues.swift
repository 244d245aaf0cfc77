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
  init(of rows: ArrangedRows, _ source: RowSource) {
    self.init()
    let (estate, table) = (source.estate, source.estate.table)
    let facts = UserFacts(estate)
    var (users, stacks) = (BitSet(), BitSet())
    let columns = RowColumn.shown
    var widths = columns.map { _ in 0 }
    func measure(_ user: UInt32) {
      guard users.insert(Int(user)).inserted else { return }
      for (index, column) in columns.enumerated() {
        widths[index] = max(widths[index], column.width(ofUser: user, estate, facts) ?? 0)
      }
    }
    for row in rows.shown {
      stacks.insert(Int(table.stack(of: row)))
      measure(table.user(of: row))
    }
    for person in rows.people ?? [] { measure(person) }
    for (column, width) in zip(columns, widths) { take(column, width) }
    for stack in stacks { take(.stack, table.stackNames.width(of: UInt32(stack))) }
    source.results.forEach { row, result in
      if rows.set.contains(row.index) { take(table[row], facts, result, [.result]) }
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
  /// Finds the rows of the run that is shown anew, after a change of what is known of their users.
  mutating func measureRun() {
    guard let run else { return }
    let account = foreignness(of: run.machine.plan) == nil ? estate : nil
    self.run?.learn(from: account)
    showRows(in: .run)
  }
}
