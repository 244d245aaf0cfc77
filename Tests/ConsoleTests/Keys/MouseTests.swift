import AppStream
import Runs
import Screen
import Testing

@testable import Console

/// The mouse in every screen.
@Suite struct MouseTests {
  /// The first row of the list on a small screen.
  private let first = 3
  /// The same on a large one, whose panes have a line over them.
  private let firstLarge = 4

  private func many(_ size: Size = .small) -> Session { Session.reading(.of(stacks: 3, usersEach: 40), size: size) }

  @Test func `a click puts the cursor on the row, and beside the rows does nothing`() {
    var session = Session.reading()
    session.point(.press, row: first + 3)
    session.point(.release, row: first + 3)
    #expect(session.state.list.cursor.index == 3)
    #expect(session.deeds.isEmpty)
    for row in [0, first - 1, first + 8, 23] { session.point(.press, row: row) }
    #expect(session.state.list.cursor.index == 3)
    #expect(session.state.list.marks.isEmpty)
  }

  @Test func `a click goes to the pane that it is in`() {
    var session = many(.large)
    session.point(.press, row: firstLarge + 2, column: 3)
    #expect(session.state.panes.focus == .stacks)
    #expect(session.state.list.stack == "stack-01")
    #expect(session.lines[2].contains("stack-01   40 of 40 shown"))
    session.point(.press, row: firstLarge + 5, column: 60)
    #expect(session.state.panes.focus == .rows)
    #expect(session.state.list.cursor.index == 5)
    #expect(session.state.list.stack == "stack-01")
    session.point(.press, row: firstLarge + 1, column: ListGeometry.stacksWidth)
    #expect(session.state.list.cursor.index == 5)
  }

  @Test func `the wheel scrolls what is under it, and the cursor stays in sight`() {
    var session = many(.large)
    for _ in 0..<3 { session.point(.wheelDown, row: firstLarge + 1, column: 60) }
    #expect(session.state.list.cursor.offset == 9)
    #expect(session.state.list.cursor.index == 9)
    #expect(session.state.list.stack == nil)
    session.point(.wheelUp, row: firstLarge + 1, column: 60)
    #expect(session.state.list.cursor.offset == 6)
    #expect(session.state.list.cursor.index == 9)
    for _ in 0..<99 { session.point(.wheelDown, row: firstLarge + 1, column: 60) }
    let height = session.state.geometry.height
    #expect(session.state.list.cursor.visible(count: 120, height: height) == (120 - height)..<120)
    session.point(.wheelDown, row: firstLarge, column: 3)
    #expect(session.state.panes.stacksCursor.offset == 0)
  }

  @Test(arguments: [(1, 4), (4, 1)])
  func `drawing from row to row marks all between them, as one change`(start: Int, end: Int) {
    var session = Session.reading()
    session.press(.character(" "))
    session.point(.press, row: first + start)
    session.point(.drag, row: first + 2)
    #expect(session.state.list.cursor.index == 2)
    #expect(session.state.list.marks.count == 1)
    session.point(.drag, row: first + end)
    session.point(.release, row: first + end)
    #expect(session.state.list.marks.count == 5)
    #expect(session.messageLine == "4 rows marked.")
    session.press(.character("u"))
    #expect(session.state.list.marks.count == 1)
  }

  @Test func `what is drawn is seen as a range, and drawn back to its row it is none`() {
    var session = Session.reading()
    session.point(.press, row: first + 1)
    session.point(.drag, row: first + 3)
    #expect(session.screen.contains("Range of 3 rows"))
    session.point(.drag, row: first + 1)
    session.point(.release, row: first + 1)
    #expect(session.state.list.marks.isEmpty)
    #expect(session.state.list.range == nil)
    session.point(.press, row: first + 1)
    session.point(.drag, row: first + 3)
    session.point(.release, row: 23)
    #expect(session.messageLine == "The range was given up; nothing was marked.")
    #expect(session.state.list.range == nil)
  }

  @Test func `a click in a range that the keys opened moves its end`() {
    var session = Session.reading()
    session.press(.character("v"))
    session.point(.press, row: first + 3)
    session.point(.release, row: first + 3)
    #expect(session.state.list.openRange == 0...3)
    #expect(session.state.list.marks.isEmpty)
    session.press(.character("v"))
    #expect(session.state.list.marks.count == 4)
  }

  @Test func `people are drawn over too, and their rows marked`() {
    var session = Session.reading()
    session.press(.character("t"))
    session.point(.press, row: first)
    session.point(.drag, row: first + 1)
    session.point(.release, row: first + 1)
    #expect(session.state.list.marks.count == 3)
  }

  @Test func `letting go beside the rows, or after a key, marks nothing`() {
    var session = Session.reading()
    session.point(.press, row: first)
    session.point(.drag, row: first + 2)
    session.point(.release, row: 23)
    session.point(.release, row: first + 2)
    #expect(session.state.list.marks.isEmpty)
    session.point(.press, row: first)
    session.press(.down)
    session.point(.release, row: first + 4)
    #expect(session.state.list.marks.isEmpty)
    session.point(.drag, row: first + 1)
    session.point(.release, row: first + 1)
    #expect(session.state.list.marks.isEmpty)
  }

  @Test func `from one pane into the other nothing is drawn`() {
    var session = many(.large)
    session.point(.press, row: firstLarge, column: 60)
    session.point(.drag, row: firstLarge + 2, column: 3)
    session.point(.release, row: firstLarge + 2, column: 3)
    session.point(.release, row: firstLarge + 2, column: 60)
    #expect(session.state.list.marks.isEmpty)
    #expect(session.state.list.stack == nil)
  }

  @Test func `in a run and in the list of runs a click and the wheel move the cursor`() throws {
    var session = Session.running(60, on: 3)
    session.point(.press, row: first + 4)
    #expect(session.state.run?.rows.cursor.index == 4)
    session.point(.wheelDown, row: first + 4)
    #expect(session.state.run?.rows.cursor.offset == 3)
    let marks = session.state.list.marks
    session.point(.press, row: first)
    session.point(.drag, row: first + 2)
    session.point(.release, row: first + 2)
    #expect(session.state.run?.rows.marks.count == 3)
    #expect(session.state.list.marks == marks)
    #expect(session.deeds.isEmpty)
    let (one, other) = (try EarlierRun.contents(), try EarlierRun.contents { EarlierRun.cutOff($0) })
    session = Session.listing([ListedRun(one), ListedRun(other)])
    session.point(.press, row: first + 1)
    #expect(session.state.runs.cursor.index == 1)
    #expect(session.deeds.isEmpty)
  }

  @Test func `in a plan the wheel scrolls, and nothing is typed or confirmed`() {
    var session = Session.planning(60, on: 3)
    session.type("60 from 3 stacks")
    session.point(.wheelDown, row: 10)
    #expect(session.state.plan?.scroll.offset == 3)
    for action in MouseEvent.Action.allCases {
      for row in 0..<24 { session.point(action, row: row) }
    }
    #expect(session.startedRun == nil)
    #expect(session.state.plan?.typed == "60 from 3 stacks")
    session.press(.enter)
    #expect(session.startedRun?.plan.entries.count == 60)
  }

  @Test func `in a prompt the mouse does nothing`() {
    for key in [Key.character("/"), .character(":"), .character("e")] {
      var session = Session.reading()
      session.press(key)
      let before = session.state
      for action in MouseEvent.Action.allCases { session.point(action, row: first + 2) }
      #expect(session.state == before)
    }
  }

  @Test func `help scrolls, and a click does not close it`() {
    var session = Session.reading()
    session.press(.character("?"))
    session.point(.wheelDown, row: 10)
    #expect(session.screen.contains("lines 4-"))
    session.point(.press, row: 10)
    #expect(session.state.screen == .help)
  }

  @Test func `a click after q takes the question back`() {
    var session = Session.reading()
    session.press(.character(" "), .character("q"))
    session.point(.press, row: first)
    session.press(.character("q"))
    #expect(!session.effects.contains(.leave))
    session.press(.character("q"))
    #expect(session.effects.contains(.leave))
  }

  @Test func `rows that are still being looked for are not marked`() {
    var session = Session.reading()
    session.point(.press, row: first)
    session.point(.drag, row: first + 2)
    session.arrangesAtOnce = false
    session.state.list.filter = RowFilter("abe")
    session.point(.release, row: first + 2)
    #expect(session.state.list.marks.isEmpty)
    #expect(session.messageLine.contains("still being looked for"))
  }
}

extension Session {
  /// Does something with the mouse.
  fileprivate mutating func point(_ action: MouseEvent.Action, row: Int, column: Int = 10) {
    send(.mouse(MouseEvent(action, at: Position(row: row, column: column)), at: moment))
  }
}
