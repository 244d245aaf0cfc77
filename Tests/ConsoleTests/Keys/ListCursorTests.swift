import Testing

@testable import Console

@Suite struct ListCursorTests {
  @Test(arguments: [
    (Movement.down, 11), (.up, 9), (.pageDown, 30), (.pageUp, 0), (.halfPageDown, 20), (.halfPageUp, 0), (.first, 0),
    (.last, 99),
  ])
  func `every movement goes where it says`(movement: Movement, expected: Int) {
    var cursor = ListCursor()
    cursor.go(to: 10, count: 100, height: 20)
    cursor.move(movement, count: 100, height: 20)
    #expect(cursor.index == expected)
  }

  @Test(arguments: Movement.allCases)
  func `no movement leaves an empty list or a list of one`(movement: Movement) {
    for count in [0, 1] {
      var cursor = ListCursor()
      cursor.move(movement, count: count, height: 20)
      #expect(cursor.index == 0)
      #expect(cursor.offset == 0)
    }
  }

  @Test(arguments: Movement.allCases)
  func `the cursor is always among the rows on the screen`(movement: Movement) {
    for height in [1, 2, 7, 20] {
      var cursor = ListCursor()
      for start in stride(from: 0, to: 50, by: 3) {
        cursor.go(to: start, count: 50, height: height)
        cursor.move(movement, count: 50, height: height)
        #expect(cursor.visible(count: 50, height: height).contains(cursor.index))
      }
    }
  }

  @Test func `a cursor that leaves the window moves it by half its height`() {
    var cursor = ListCursor()
    for _ in 0..<20 { cursor.move(.down, count: 100, height: 20) }
    #expect(cursor.index == 20)
    #expect(cursor.offset == 10)
    for _ in 0..<11 { cursor.move(.up, count: 100, height: 20) }
    #expect(cursor.index == 9)
    #expect(cursor.offset == 0)
  }

  @Test func `a page moves window and cursor together`() {
    var cursor = ListCursor()
    cursor.go(to: 3, count: 100, height: 20)
    cursor.move(.pageDown, count: 100, height: 20)
    #expect(cursor.index == 23)
    #expect(cursor.offset == 20)
  }

  @Test func `following a row keeps it on its line of the screen`() {
    var cursor = ListCursor()
    cursor.go(to: 45, count: 100, height: 20)
    let line = cursor.index - cursor.offset
    cursor.follow(to: 52, count: 107, height: 20)
    #expect(cursor.index == 52)
    #expect(cursor.index - cursor.offset == line)
  }

  @Test func `a window that shrinks keeps the cursor in sight`() {
    var cursor = ListCursor()
    cursor.go(to: 19, count: 20, height: 20)
    cursor.fit(count: 20, height: 5)
    #expect(cursor.visible(count: 20, height: 5).contains(19))
    cursor.fit(count: 20, height: 40)
    #expect(cursor.offset == 0)
  }

  private static let searches: [(Bool, Int, [Int], Int?)] = [
    (true, 4, [7, 2], 7), (true, 7, [7, 2], 2), (false, 4, [7, 2], 2), (false, 2, [7, 2], 7), (true, 4, [4], nil),
    (false, 4, [], nil), (true, 0, [9], 9), (false, 9, [0], 0),
  ]

  @Test(arguments: searches)
  func `the next wanted row is found on either side, going round`(
    forward: Bool,
    from: Int,
    wanted: [Int],
    expected: Int?
  ) {
    var cursor = ListCursor()
    cursor.go(to: from, count: 10, height: 5)
    #expect(cursor.next(forward: forward, count: 10) { wanted.contains($0) } == expected)
    #expect(ListCursor().next(forward: forward, count: 0) { _ in true } == nil)
  }

  @Test(arguments: [(Movement.down, 1), (.up, 0), (.pageDown, 10), (.last, 20), (.first, 0), (.halfPageDown, 5)])
  func `a text without a cursor scrolls up to its last line`(movement: Movement, expected: Int) {
    var scroll = Scroll()
    scroll.move(movement, count: 30, height: 10)
    #expect(scroll.offset == expected)
    scroll.move(.last, count: 30, height: 10)
    #expect(scroll.visible(count: 30, height: 10) == 20..<30)
  }

  @Test func `a text that fits does not scroll`() {
    var scroll = Scroll()
    scroll.move(.last, count: 8, height: 10)
    #expect(scroll.visible(count: 8, height: 10) == 0..<8)
  }
}
