import AppStream
import Runs
import Testing

@testable import Console

@Suite struct PlanFiguresTests {
  private func figures(_ count: Int, stacks: Int) -> PlanFigures {
    PlanFigures((0..<count).map { Association(stackName: "stack-\($0 % stacks)", userName: "user-\($0 / 2)") })
  }

  @Test(arguments: [
    (1, 1, "1 write (1), 1 read"), (25, 1, "1 write (25), 1 read"), (26, 2, "2 write (25+1), 2 read"),
    (60, 3, "3 write (25+25+10), 3 read"), (100, 4, "4 write (25+25+25+25), 4 read"),
    (101, 4, "5 write (4x25+1), 4 read"), (1000, 10, "40 write (40x25), 10 read"),
  ])
  func `the calls are told in few columns`(count: Int, stacks: Int, text: String) {
    #expect(figures(count, stacks: stacks).callsText == text)
  }

  @Test(arguments: [(1, 1, "about 2 s"), (60, 3, "about 5 s"), (3000, 20, "about 112 s"), (5000, 50, "about 4 min")])
  func `a run's length is told roughly`(count: Int, stacks: Int, text: String) {
    #expect(figures(count, stacks: stacks).durationText == text)
  }

  @Test func `nothing takes no call`() {
    #expect(PlanFigures([]).callsText == "0 write, 0 read")
  }
}
