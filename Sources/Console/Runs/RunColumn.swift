import PlainText
import Screen

/// A column of the list of runs.
///
/// When and by whom come last in rank, since the names of runs and the line under the rows say so too.
enum RunColumn: Sendable, CaseIterable {
  case id, when, state, operation, account, counts, by

  fileprivate func column(_ longest: Int) -> Column {
    switch self {
    case .id: Column("RUN", longest: longest, least: 12, rank: 0, isEssential: true)
    case .when: Column("BEGUN", longest: longest, least: 10, rank: 5)
    case .state: Column("STATE", longest: longest, least: 7, rank: 1, isEssential: true)
    case .operation: Column("OPERATION", longest: longest, least: 8, rank: 3)
    case .account: Column("ACCOUNT", longest: longest, least: 9, rank: 4)
    case .counts: Column("ENTRIES", longest: longest, least: 12, rank: 2, isEssential: true, isRest: true)
    case .by: Column("BY", longest: longest, least: 6, rank: 6)
    }
  }

  fileprivate func text(of line: RunLine) -> Line {
    switch self {
    case .id: line.id
    case .when: line.when
    case .state: line.state
    case .operation: line.operation
    case .account: line.account
    case .counts: [line.counts, line.sequel].filter { !$0.isEmpty }.joined(separator: "; ")
    case .by: line.by
    }
  }
}

/// Where the columns of the list of runs stand: by rank, as wide as their longest values.
struct RunsColumns: Sendable, Equatable {
  private let places: [Range<Int>]

  init(width: Int, _ longest: LongestRunValues) {
    places = RunColumn.allCases.map { $0.column(longest[$0]) }.places(from: 2, to: width, gap: 2)
  }

  /// Where the runs' names stand.
  var id: Range<Int> { places[0] }

  func putHeadings(row: Int, on frame: inout Frame) {
    put(RunColumn.allCases.map { $0.column(0).heading }, row: row, style: .header, on: &frame)
  }

  func put(_ line: RunLine, row: Int, on frame: inout Frame) {
    put(RunColumn.allCases.map { $0.text(of: line) }, row: row, style: line.style, on: &frame)
  }

  private func put(_ texts: [Line], row: Int, style: Style, on frame: inout Frame) {
    for (text, place) in zip(texts, places) where !place.isEmpty {
      frame.put(text.shortened(to: place.count), row: row, column: place.lowerBound, style: style)
    }
  }
}

/// How many columns of the terminal the longest values of runs take; of the counts alone, without what followed.
struct LongestRunValues: Sendable, Equatable {
  private var widths: [RunColumn: Int] = [:]

  subscript(column: RunColumn) -> Int { widths[column] ?? 0 }

  /// Takes in a run.
  mutating func take(_ line: RunLine) {
    for column in RunColumn.allCases {
      let text = column == .counts ? line.counts : column.text(of: line)
      widths[column] = max(self[column], DisplayWidth.of(text))
    }
  }
}

extension ConsoleState {
  /// Measures the list of runs, after a change of it or of what tells its runs from those of here.
  mutating func measureRuns() {
    var longest = LongestRunValues()
    for run in runs.rows { longest.take(RunLine(run, self)) }
    runs.longest = longest
  }
}
