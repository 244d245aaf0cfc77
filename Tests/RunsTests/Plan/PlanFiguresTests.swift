import AppStream
import Runs
import Testing

@Suite struct PlanFiguresTests {
  private func figures(_ count: Int, stacks: Int = 1) -> PlanFigures {
    PlanFigures((0..<count).map { Association(stackName: "stack-\($0 % stacks)", userName: "user-\($0 / 2)") })
  }

  @Test func `a user on two stacks is one user`() {
    let figures = figures(60, stacks: 3)
    #expect(figures.entries == 60)
    #expect(figures.users == 30)
    #expect(figures.stacks == 3)
  }

  @Test(arguments: [
    (0, []), (1, [1]), (24, [24]), (25, [25]), (26, [25, 1]), (50, [25, 25]), (60, [25, 25, 10]),
  ])
  func `the write calls are as few as the service allows`(count: Int, sizes: [Int]) {
    #expect(figures(count).batchSizes == sizes)
  }

  @Test(arguments: [
    (0, "", ""), (60, "25+25+10", "25+25+10"), (100, "25+25+25+25", "25+25+25+25"),
    (101, "25+25+25+25+1", "4x25+1"), (125, "25+25+25+25+25", "5x25"),
  ])
  func `sizes are written one by one, and in few columns together`(count: Int, sizes: String, short: String) {
    #expect(figures(count).sizesText == sizes)
    #expect(figures(count).shortSizesText == short)
  }

  @Test func `a call takes a little under a second`() {
    #expect(figures(0).seconds == 0)
    #expect(figures(1).seconds == 2)
    #expect(figures(60, stacks: 3).seconds == 5)
  }
}
