import PlainText
import Screen

/// A part of what the list of runs says of one: its columns, the fields of its filter and what it is sorted by.
enum RunColumn: String, Sendable, CaseIterable {
  case when, run, who, what, reason, account, entries, state

  /// Those that the screen shows, from the left; how a run stands is said with its entries.
  static let shown: [RunColumn] = [.when, .run, .who, .what, .reason, .account, .entries]

  /// Those that runs can be sorted by.
  static let sorted: [RunColumn] = [.when, .who, .what, .reason, .account, .entries, .state]

  /// How it stands on the screen where its longest value takes `longest` columns; behind its heading stands `sorted`.
  ///
  /// When a run was and what became of it stay to the last. Its short name is what others call it that followed it; of
  /// which account it is stands below as well.
  fileprivate func column(_ longest: Int, sorted: Line) -> Column? {
    switch self {
    case .when: Column("WHEN" + sorted, longest: longest, least: 10, rank: 0, isEssential: true)
    case .run: Column("RUN" + sorted, longest: longest, least: 4, rank: 2)
    case .who: Column("WHO" + sorted, longest: longest, least: 6, rank: 4)
    case .what: Column("WHAT" + sorted, longest: longest, least: 6, rank: 3)
    case .reason: Column("REASON" + sorted, longest: longest, least: 6, rank: 5)
    case .account: Column("ACCOUNT" + sorted, longest: longest, least: 12, rank: 6)
    case .entries:
      Column("ENTRIES" + sorted, longest: longest, least: 12, rank: 1, isEssential: true, isRest: true)
    case .state: nil
    }
  }
}

extension RunColumn: FilterField {}

/// Where the columns of the list of runs stand: by rank, as wide as their longest values.
struct RunsColumns {
  private let columns: [(column: RunColumn, heading: Line, place: Range<Int>)]

  init(width: Int, _ runs: RunsState) {
    let columns = RunColumn.shown.compactMap { column in
      column.column(runs.longest[column], sorted: runs.sort.column == column ? runs.sort.sign : "").map { (column, $0) }
    }
    let places = columns.map(\.1).places(from: 2, to: width, gap: 2)
    self.columns = zip(columns, places).map { ($0.0, $0.1.heading, $1) }
  }

  /// Where the times stand.
  var when: Range<Int> { columns[0].place }

  func putHeadings(row: Int, on frame: inout Frame) {
    for (_, heading, place) in columns where !place.isEmpty {
      frame.put(heading.shortened(to: place.count), row: row, column: place.lowerBound, style: .header)
    }
  }

  func put(_ line: RunLine, row: Int, on frame: inout Frame) {
    for (column, _, place) in columns where !place.isEmpty {
      frame.put(line[column].shortened(to: place.count), row: row, column: place.lowerBound, style: line.style)
    }
  }
}

/// How many columns of the terminal the longest values of runs take; of the entries alone, without what followed.
struct LongestRunValues: Sendable, Equatable {
  private var widths: [RunColumn: Int] = [:]

  subscript(column: RunColumn) -> Int { widths[column] ?? 0 }

  /// Takes in a run.
  mutating func take(_ line: RunLine) {
    for column in RunColumn.shown {
      let text = column == .entries ? line.counts : line[column]
      widths[column] = max(self[column], DisplayWidth.of(text))
    }
  }
}
