import Screen
import Testing

@testable import Console

@Suite struct ResizeTests {
  private static let sizes =
    [1, 2, 5, 14, 15, 24, 60].flatMap { rows in
      [1, 2, 10, 59, 60, 71, 80, 99, 100, 120, 300].map { Size(rows: rows, columns: $0) }
    }

  @Test(arguments: sizes)
  func `every screen can be drawn at any size`(size: Size) {
    let scenes = [
      Scenes.list(.small), Scenes.plan(.small), Scenes.progress(.small), Scenes.summary(.small), Scenes.details(.small),
    ]
    for var scene in scenes {
      scene.send(.resized(size))
      let frame = render(scene.state)
      #expect(frame.size == size)
      #expect(frame.lines.allSatisfy { DisplayWidth.of($0) <= size.columns })
      if let caret = frame.caret { #expect(caret.row < size.rows && caret.column < size.columns) }
    }
  }

  @Test func `the row under the cursor stays on the screen when it shrinks and grows`() {
    var session = Session.reading(.of(stacks: 3, usersEach: 40))
    session.press(.end, .up, .up)
    for rows in [60, 15, 24, 16, 40] {
      session.send(.resized(Size(rows: rows, columns: 80)))
      #expect(session.lines.contains { $0.hasPrefix(">") && $0.contains("user-02-0037") })
    }
  }

  @Test func `nothing is confirmed on a screen too small to show the plan`() {
    var session = Session.planning(3, on: 1)
    session.send(.resized(Size(rows: 10, columns: 50)))
    session.type("3 from 1")
    session.press(.enter)
    #expect(session.startedRun == nil)
    session.press(.control("c"))
    #expect(session.state.plan == nil)
    session.press(.control("z"), .control("l"))
    #expect(session.effects == [.terminal(.suspend), .terminal(.redraw)])
  }
}
