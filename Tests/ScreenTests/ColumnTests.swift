import PlainText
import Screen
import Testing

@Suite struct ColumnTests {
  private let columns = [
    Column(heading: "STACK", width: 14, least: 8, rank: 1, isEssential: true),
    Column(heading: "USER", width: 30, least: 12, rank: 0, isEssential: true),
    Column(heading: "CODE", width: 12, least: 12, rank: 2, isEssential: true),
    Column(heading: "NAME", width: 16, least: 6, rank: 3),
  ]

  @Test func `where there is room, each has what it would have`() {
    #expect(columns.widths(in: 200, gap: 2) == [14, 30, 12, 16])
    #expect(columns.widths(in: 78, gap: 2) == [14, 30, 12, 16])
  }

  @Test(arguments: [
    (77, [14, 30, 12, 15]), (68, [14, 30, 12, 6]), (67, [14, 30, 12, 0]), (60, [14, 30, 12, 0]), (59, [13, 30, 12, 0]),
    (54, [8, 30, 12, 0]), (53, [8, 29, 12, 0]), (36, [8, 12, 12, 0]), (35, [8, 25, 0, 0]), (22, [8, 12, 0, 0]),
    (21, [0, 21, 0, 0]), (12, [0, 12, 0, 0]), (5, [0, 5, 0, 0]), (0, [0, 1, 0, 0]),
  ])
  func `the last in rank give way first, and what is essential is left out only when all are cut`(
    room: Int,
    widths: [Int]
  ) {
    #expect(columns.widths(in: room, gap: 2) == widths)
  }

  @Test func `however narrow, no line is longer than the room, and none is cut that could be whole`() {
    for room in 1...100 {
      let widths = columns.widths(in: room, gap: 2)
      let shown = widths.filter { $0 > 0 }
      let taken = shown.reduce(0, +) + 2 * (shown.count - 1)
      #expect(taken <= room)
      #expect(!shown.isEmpty)
      #expect(taken == room || zip(columns, widths).allSatisfy { $1 == 0 || $1 == $0.width })
    }
  }

  @Test func `a column without width is left out, and no columns take no room`() {
    let empty = Column(heading: "", width: 0, least: 4, rank: 0)
    #expect([empty, columns[0]].widths(in: 10, gap: 2) == [0, 10])
    #expect([Column]().widths(in: 80, gap: 2) == [])
  }

  @Test func `the column that has the rest ends where the room does, and the others are as wide as without it`() {
    var columns = columns
    columns[3].isRest = true
    #expect(columns.widths(in: 100, gap: 2) == [14, 30, 12, 38])
    #expect(columns.widths(in: 60, gap: 2) == [14, 30, 12, 0])
    #expect(columns.places(from: 4, to: 104, gap: 2) == [4..<18, 20..<50, 52..<64, 66..<104])
  }

  @Test func `what is left out takes no room between the others`() {
    #expect(columns.places(from: 4, to: 64, gap: 2) == [4..<18, 20..<50, 52..<64, 66..<66])
    let middle = [columns[1], columns[3], columns[2]]
    #expect(middle.places(from: 0, to: 44, gap: 2) == [0..<30, 32..<32, 32..<44])
  }
}
