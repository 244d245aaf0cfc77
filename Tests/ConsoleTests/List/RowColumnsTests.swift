import Algorithms
import AppStream
import PlainText
import Screen
import SeededNumbers
import Testing

@testable import Console

@Suite struct RowColumnsTests {
  /// Longest values as a view may have them.
  private func longest(_ widths: [RowColumn: Int]) -> LongestValues {
    var longest = LongestValues()
    for (column, width) in widths { longest.take(column, width) }
    return longest
  }

  @Test(arguments: 60...250)
  func `columns follow each other by rank, and a lower one gives way before a higher one is cut`(width: Int) {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    for _ in 0..<20 {
      let longest = longest([
        .user: .random(in: 0...70, using: &random), .stack: .random(in: 0...100, using: &random),
        .name: .random(in: 0...60, using: &random), .status: .random(in: 0...25, using: &random),
        .result: .random(in: 0...60, using: &random),
      ])
      let columns = RowColumns(RowColumn.shown, to: width, longest)
      let places = RowColumn.shown.map { columns[$0] }.filter { !$0.isEmpty }
      #expect(places.first?.lowerBound == RowColumns.signs)
      for (one, next) in places.adjacentPairs() { #expect(one.upperBound + 2 == next.lowerBound) }
      #expect((places.last?.upperBound ?? 0) <= width)
      let ranked = RowColumn.shown.compactMap { column in column.column(longest[column]).map { (column, $0) } }
        .sorted { $0.1.rank < $1.1.rank }
      for (column, wanted) in ranked where columns[column].count < wanted.width {
        for (lower, lowest) in ranked where lowest.rank > wanted.rank {
          #expect(columns[lower].count <= lowest.least, "seed \(seed): \(lower) beside \(column), of \(width)")
        }
      }
      for column in [RowColumn.user, .stack, .result] { #expect(!columns[column].isEmpty, "seed \(seed)") }
    }
  }

  @Test func `name, then state give way where there is little room`() {
    let longest = longest([.user: 30, .stack: 16, .name: 20, .status: 12, .result: 26])
    func shown(_ width: Int) -> [RowColumn] {
      let columns = RowColumns(RowColumn.shown, to: width, longest)
      return RowColumn.shown.filter { !columns[$0].isEmpty }
    }
    #expect(shown(116) == [.user, .stack, .name, .status, .result])
    #expect(shown(99) == [.user, .stack, .status, .result])
    #expect(shown(80) == [.user, .stack, .result])
  }

  @Test func `every column is exported once, can be named in a filter, and the help says so`() {
    let (before, after) = RowColumn.exported
    #expect((before + after).count == RowColumn.allCases.count && Set(before + after) == Set(RowColumn.allCases))
    let names = (before + after).flatMap { $0.exports.map(\.name) }
    #expect(Set(names).count == names.count && Set(ShownRows.columns) == Set(names + ["Marked"]))
    for column in RowColumn.allCases {
      #expect(!column.exports.isEmpty)
      #expect(RowColumn.shown.contains(column) == (column.column(0) != nil))
      #expect(RowFilter("\(column.rawValue):a").terms.first?.field == column)
      #expect(RowFilter("a").terms.first?.looks(at: column) == RowColumn.shown.contains(column))
      #expect(
        filterGrammar.last?.meaning.split(whereSeparator: { " :".contains($0) }).contains(Substring(column.rawValue))
          == true
      )
    }
  }

  @Test func `a filter finds in every column what the column says`() throws {
    var afterRun = Session.running(60, on: 3)
    afterRun.runToTheEnd()
    afterRun.press(.escape)
    var found: Set<RowColumn> = []
    for session in [Session.reading(), afterRun] {
      let state = session.state
      let id = try #require(state.list.shown.first)
      let row = state.estate.table[id]
      for column in RowColumn.allCases {
        let text = column.text(of: row, UserFacts(state.estate), state.results[id, state.estate.table])
        guard let word = text.split(separator: " ").first, word != "-" else { continue }
        var filtered = session
        filtered.press(.character("/"))
        filtered.type("\(column.rawValue):\(word)")
        #expect(filtered.state.list.shown.contains(id), "\(column.rawValue):\(word)")
        filtered.type("-and-more")
        #expect(filtered.state.list.shown.isEmpty)
        found.insert(column)
      }
    }
    #expect(found == Set(RowColumn.allCases))
  }

  @Test(arguments: [80, 120, 250]) func `the line above the footer says the cursor's row whole`(columns: Int) {
    var session = Session.reading(size: Size(rows: 24, columns: columns))
    for index in session.state.list.shown.indices {
      let row = session.state.estate.table[session.state.list.shown[index]]
      #expect(session.messageLine.contains("\(row.userName)  \(row.stackName)"))
      session.press(.down)
    }
  }

  @Test func `columns are as wide as the longest value of the view, and do not move while it scrolls`() {
    var account = SampleAccount.of(stacks: 1, usersEach: 60)
    account.stacks["stack-00"]?.append("z.a-name-that-is-longer-than-the-others@contr.example")
    var session = Session.reading(account, size: Size(rows: 24, columns: 160))
    let start = session.state.rowColumns(session.state.geometry)
    #expect(start[.user].count == "z.a-name-that-is-longer-than-the-others@contr.example".count)
    session.press(.end)
    #expect(session.state.rowColumns(session.state.geometry) == start)
    session.press(.character("/"))
    session.type("user-00")
    session.press(.enter)
    #expect(session.state.rowColumns(session.state.geometry)[.user].count == "user-00-0000@contr.example".count)
    session.press(.escape)
    #expect(session.state.rowColumns(session.state.geometry) == start)
  }

  @Test func `columns only grow while rows and users arrive`() {
    var session = Session(size: .large)
    let account = SampleAccount()
    var widths = [0, 0, 0, 0]
    func columns() -> [Int] {
      let columns = session.state.rowColumns(session.state.geometry)
      return [RowColumn.user, .stack, .status, .name].map { columns[$0].count }
    }
    session.readStacks(of: account)
    for stack in account.stackNames {
      session.read(stack, of: account)
      #expect(zip(widths, columns()).allSatisfy { $0 <= $1 })
      widths = columns()
    }
    session.readUsers(account.users)
    #expect(columns()[..<3] == [35, 13, 21])
    // What is read again and has become shorter leaves the columns where they are.
    session.read("maths-open", of: SampleAccount(stacks: ["maths-open": ["a@b.example"]]))
    #expect(columns()[..<3] == [35, 13, 21])
    session.press(.tab, .down)
    #expect(columns()[0] == "abe.olsen@contr.example".count)
  }

  @Test func `a result takes as much as its code, and what is left goes to its words`() {
    var session = Session.running(60, on: 3, .sample(), .large)
    session.runToTheEnd()
    let run = session.state.run
    #expect(run?.rows.arranged.longest[.result] == "failed USER_NAME_NOT_FOUND".count)
    session.press(.escape)
    let columns = session.state.rowColumns(session.state.geometry)
    #expect(columns[.result].upperBound == session.state.geometry.rowsColumns.count)
    #expect(columns[.result].count >= "failed USER_NAME_NOT_FOUND".count)
  }
}
