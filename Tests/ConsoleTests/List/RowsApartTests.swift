import AppStream
import Runs
import Screen
import SeededNumbers
import Testing

@testable import Console

/// Two rows that differ never look alike, however narrow the screen.
@Suite(.timeLimit(.minutes(5))) struct RowsApartTests {
  /// What names are made of: alike at the start, in the middle or at the end, wide, combining, emoji, right to left.
  private static let parts = [
    "a", "b.", "department.", "lindqvist-", "01", "02", "o", "部門", "日本", "e\u{301}", "o\u{308}\u{323}", "👩‍👩‍👧", "😀",
    "שלום", "مرحبا", "-2026", "design-studio-",
  ]

  private func name(_ count: ClosedRange<Int>, using random: inout SeededGenerator) -> String {
    let count = Int.random(in: count, using: &random)
    return (0..<count).map { _ in Self.parts.randomElement(using: &random) ?? "" }.joined()
  }

  /// People and stacks with random names, all of which look different where there is room for them.
  private func account(using random: inout SeededGenerator) -> SampleAccount {
    let start = name(0...3, using: &random)
    let users = (0..<12).map { _ in start + name(1...6, using: &random) + "@contr.example" }
    let stacks = (0..<4).map { _ in "s" + start + name(1...4, using: &random) }
    var account = SampleAccount()
    account.users = Set(users).map { .sample($0, name(1...3, using: &random), "B") }
    account.stacks = Dictionary(stacks.map { ($0, Array(Set(users))) }, uniquingKeysWith: { first, _ in first })
    return account
  }

  @Test func `in the list, in the stacks, in the plan and in the run`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    var rows = 0
    for columns in stride(from: 60, through: 250, by: Int.random(in: 3...6, using: &random)) {
      let account = account(using: &random)
      let size = Size(rows: Int.random(in: 20...60, using: &random), columns: columns)
      var session = Session.reading(account, size: size)
      let geometry = session.state.geometry
      let list = geometry.firstRow..<(geometry.firstRow + min(geometry.height, session.state.list.shown.count))
      rows += requireApart(session, list, from: geometry.rowsColumns.lowerBound + 4, "seed \(seed), list")
      session.press(.tab)
      let stacks = geometry.firstRow..<(geometry.firstRow + account.stacks.count + 1)
      rows += requireApart(session, stacks, from: 2, to: geometry.stacksColumns.upperBound, "seed \(seed), stacks")
      session.press(.tab, .character("a"), .character("d"))
      for entries in entryRows(session) { rows += requireApart(session, entries, from: 5, "seed \(seed), plan") }
      session.check()
      session.confirm()
      session.send(.runStarted(runID))
      let run = session.state.runGeometry
      let entries = session.state.run?.machine.entries.count ?? 0
      let shown = run.firstRow..<(run.firstRow + min(run.height, entries))
      rows += requireApart(session, shown, from: 4, "seed \(seed), run")
    }
    #expect(rows > 1000)
  }

  /// The rows of the screen with the entries of each stack in a plan: one person can stand below several stacks.
  private func entryRows(_ session: Session) -> [Range<Int>] {
    guard let plan = session.state.plan else { return [] }
    let height = plan.geometry(on: session.state.size).entriesHeight
    var ranges: [Range<Int>] = []
    for (row, line) in plan.lines.prefix(height).enumerated() {
      let row = row + PlanGeometry.firstEntry
      if case .stack = line {
        ranges.append((row + 1)..<(row + 1))
      } else {
        ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound..<(row + 1)
      }
    }
    return ranges
  }

  /// - Returns: How many rows were compared.
  private func requireApart(
    _ session: Session,
    _ rows: Range<Int>,
    from start: Int,
    to end: Int? = nil,
    _ place: String
  ) -> Int {
    let frame = render(session.state)
    var seen: Set<String> = []
    for row in rows {
      let cells = frame.cells(inRow: row).dropFirst(start).prefix((end ?? frame.size.columns) - start)
      let text = String(cells.lazy.filter { !$0.isContinuation }.map(\.character))
      #expect(seen.insert(text).inserted, "\(place), \(frame.size):\n\(session.screen)")
    }
    return rows.count
  }
}
