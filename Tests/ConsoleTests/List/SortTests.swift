import AppStream
import PlainText
import Runs
import Screen
import SeededNumbers
import Testing

@testable import Console

/// Rows in the order of any column.
@Suite struct SortTests {
  /// What the column says in each row that is shown, from the first on.
  private func texts(_ column: RowColumn, _ session: Session) -> [String] {
    let state = session.state
    let facts = UserFacts(state.estate)
    return state.list.shown.map { id in
      column.text(of: state.estate.table[id], facts, state.results[id, state.estate.table])
    }
  }

  @Test func `s goes through the columns that are there, and back to the first`() {
    var session = Session.reading(size: .large)
    var sentences: [String] = []
    for _ in 0..<5 {
      session.press(.character("s"))
      sentences.append(session.state.message?.line.text ?? "")
    }
    #expect(sentences == ["stack", "name", "status", "user", "stack"].map { "Sorted by \($0)." })
  }

  @Test(arguments: RowColumn.allCases) func `rows are in the order of the column, and in it in that of users`(
    column: RowColumn
  ) throws {
    var session = Session.running(60, on: 3, .sample(), .large)
    session.runToTheEnd()
    session.press(.escape)
    let byUser = session.state.list.shown
    session.state.sort(by: RowSort(column: column), in: .list)
    let said = texts(column, session)
    let first = said.prefix { !$0.isEmpty && $0 != "-" }
    #expect(
      said.dropFirst(first.count).allSatisfy { $0.isEmpty || $0 == "-" },
      "those of whom nothing is said come last"
    )
    #expect(zip(first, first.dropFirst()).allSatisfy { NameOrder.compare($0, $1) <= 0 }, "\(Array(first))")
    let places = Dictionary(uniqueKeysWithValues: byUser.enumerated().map { ($1, $0) })
    let shown = session.state.list.shown
    #expect(Set(shown) == Set(byUser))
    for (place, next) in zip(shown.indices, shown.indices.dropFirst()) where said[place] == said[next] {
      #expect(try #require(places[shown[place]]) < #require(places[shown[next]]))
    }
    session.press(.character("S"))
    #expect(session.state.list.shown == shown.reversed())
    #expect(session.state.message?.line.text == "Sorted by \(column.rawValue), the last first.")
  }

  @Test func `the heading of the column tells`() {
    var session = Session.reading(size: .large)
    #expect(session.screen.contains("USER ^") && !session.screen.contains("STACK ^"))
    session.press(.character("s"))
    #expect(session.screen.contains("STACK ^") && !session.screen.contains("USER ^"))
    session.press(.character("S"))
    #expect(session.screen.contains("STACK v"))
  }

  @Test func `the title tells where the column is not on the screen`() {
    var account = SampleAccount()
    account.stacks["maths-open"]?.append(String(repeating: "a", count: 60) + "@contr.example")
    var session = Session.reading(account)
    #expect(!session.lines[1].contains("by "))
    session.press(.character("s"), .character("s"), .character("S"))
    #expect(!session.screen.contains("NAME"))
    #expect(session.lines[1].hasSuffix("by name v"))
  }

  @Test func `marks and the cursor stay with their rows`() throws {
    var session = Session.reading(size: .large)
    session.press(.down, .down, .character(" "), .down)
    let (current, marks) = (try #require(session.state.list.current), session.state.list.marks)
    for _ in 0..<7 {
      session.press(.character("s"), .character("S"))
      #expect(session.state.list.current == current)
      #expect(session.state.list.marks == marks)
    }
  }

  @Test func `what a filter finds is in the same order, whatever was shown before`() {
    var session = Session.reading(SampleAccount.of(stacks: 3, usersEach: 40), size: .large)
    session.state.sort(by: RowSort(column: .stack, isReversed: true), in: .list)
    let all = session.state.list.shown
    session.press(.character("/"))
    session.type("1")
    let found = session.state.list.shown
    #expect(found == all.filter { session.state.estate.table.userName(of: $0).contains("1") })
    session.press(.enter, .character("S"))
    #expect(session.state.list.shown == found.reversed())
    session.press(.escape)
    #expect(session.state.list.shown == all.reversed())
  }

  @Test func `a command sorts by a column's name, and says which there are`() {
    var session = Session.reading(size: .large)
    func say(_ command: String) -> String {
      session.press(.character(":"))
      session.type(command)
      session.press(.enter)
      return session.state.message?.line.text ?? ""
    }
    #expect(say("sort Status") == "Sorted by status.")
    #expect(session.state.list.sort == RowSort(column: .status))
    #expect(say("sort") == "Sorted by status. :sort COLUMN sorts by another one.")
    #expect(say("sort age") == #"There is no column "age" to sort by; user, stack, name, status are there."#)
    #expect(session.state.list.sort == RowSort(column: .status))
  }

  @Test func `a sort that is given up has no result`() {
    let session = Session.reading()
    let sorter = RowSorter(session.state.source(of: .list))
    #expect(sorter.sorted(session.state.list.shown, by: RowSort(column: .name), isGivenUp: { true }) == nil)
  }
}
