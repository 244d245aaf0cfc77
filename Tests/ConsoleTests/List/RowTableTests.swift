import AppStream
import Testing

@testable import Console

@Suite struct RowTableTests {
  private func rows(_ names: String...) -> [UserStackAssociation] {
    names.map { UserStackAssociation(stackName: "design", userName: $0) }
  }

  private func keys(_ table: RowTable, _ slot: Int = 0) -> [String] {
    table.rows[slot].indices.map { table.key(of: RowID(slot: UInt32(slot), position: UInt32($0))) }
  }

  @Test func `rows are ordered by their names in lower case`() {
    var table = RowTable()
    table.set(rows("bo", "Ada", "\u{C9}ve"), of: "design")
    #expect(keys(table) == ["bo", "ada", "\u{E9}ve"])
  }

  @Test func `rows that arrive later have their keys, whatever came before them`() {
    var table = RowTable()
    table.set(rows("bo"), of: "design")
    #expect(keys(table) == ["bo"])
    table.set(rows("bo", "Ada"), of: "design", unchanged: 1)
    #expect(keys(table) == ["bo", "ada"])
    table.set(rows("bo", "Ada", "eve", "ZOE"), of: "design", unchanged: 2)
    #expect(keys(table) == ["bo", "ada", "eve", "zoe"])
    table.set(rows("Ida"), of: "design")
    #expect(keys(table) == ["ida"])
  }

  @Test func `a stack keeps its slot, and another gets its own`() {
    var table = RowTable()
    let design = table.set(rows("ada"), of: "design")
    let maths = table.set([], of: "maths")
    #expect(design != maths)
    #expect(table.set(rows("bo"), of: "design") == design)
    #expect(table.rows(of: "design").map(\.userName) == ["bo"])
    #expect(table.rows(of: "nowhere").isEmpty)
    #expect(table.slot(of: "nowhere") == nil)
  }
}
