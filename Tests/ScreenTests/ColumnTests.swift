import Screen
import Testing

@Suite struct ColumnTests {
  private let columns = [
    Column(heading: "STACK", width: 14, least: 8, rank: 1), Column(heading: "USER", width: 30, least: 12, rank: 0),
    Column(heading: "STATUS", width: 12, least: 6, rank: 2), Column(heading: "NAME", width: 16, least: 6, rank: 3),
  ]

  @Test func `where there is room, each has what it would have`() {
    #expect(columns.widths(in: 200, gap: 2) == [14, 30, 12, 16])
    #expect(columns.widths(in: 78, gap: 2) == [14, 30, 12, 16])
  }

  @Test(arguments: [
    (77, [14, 30, 12, 15]), (68, [14, 30, 12, 6]), (67, [14, 30, 12, 0]), (60, [14, 30, 12, 0]),
    (59, [14, 30, 11, 0]), (54, [14, 30, 6, 0]), (53, [14, 30, 0, 0]), (46, [14, 30, 0, 0]), (45, [13, 30, 0, 0]),
    (40, [8, 30, 0, 0]), (39, [0, 30, 0, 0]), (30, [0, 30, 0, 0]), (20, [0, 20, 0, 0]), (5, [0, 5, 0, 0]),
    (0, [0, 1, 0, 0]),
  ])
  func `one of a lower rank is gone before one of a higher rank is cut`(room: Int, widths: [Int]) {
    #expect(columns.widths(in: room, gap: 2) == widths)
  }

  @Test func `however narrow, no line is longer than the room`() {
    for room in 1...100 {
      let widths = columns.widths(in: room, gap: 2)
      let shown = widths.filter { $0 > 0 }
      #expect(shown.reduce(0, +) + 2 * (shown.count - 1) <= room)
      #expect(!shown.isEmpty)
    }
  }

  @Test func `no columns take no room`() {
    #expect([Column]().widths(in: 80, gap: 2) == [])
  }
}
