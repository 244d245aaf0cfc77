import Algorithms
import Testing

@testable import Console

@Suite struct RowColumnsTests {
  @Test(arguments: 60...200)
  func `columns follow each other and end inside the pane`(width: Int) {
    for hasResults in [false, true] {
      for isTwoPane in [false, true] {
        let columns = RowColumns(width: width, hasResults: hasResults, isTwoPane: isTwoPane)
        let all = [columns.user, columns.stack, columns.name, columns.status, columns.result].filter { !$0.isEmpty }
        #expect(all.first?.lowerBound == RowColumns.signs)
        for (one, next) in all.adjacentPairs() { #expect(one.upperBound < next.lowerBound) }
        #expect((all.last?.upperBound ?? 0) <= width)
        #expect(columns.user.count >= 15)
        #expect(columns.result.isEmpty != hasResults)
      }
    }
  }

  @Test func `name and state give way to a result where there is little room`() {
    #expect(!RowColumns(width: 80, hasResults: false, isTwoPane: false).name.isEmpty)
    #expect(RowColumns(width: 80, hasResults: true, isTwoPane: false).name.isEmpty)
    #expect(RowColumns(width: 80, hasResults: true, isTwoPane: false).status.isEmpty)
    #expect(!RowColumns(width: 100, hasResults: true, isTwoPane: false).status.isEmpty)
  }
}
