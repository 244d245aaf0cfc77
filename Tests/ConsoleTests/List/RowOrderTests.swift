import AppStream
import SeededNumbers
import Testing

@testable import Console

@Suite struct RowOrderTests {
  private func rows(_ stack: String, _ users: String...) -> [UserStackAssociation] {
    users.map { UserStackAssociation(stackName: stack, userName: $0) }
  }

  private func names(_ order: RowOrder, _ table: RowTable) -> [String] {
    order.rows.map { "\(table[$0].userName) \(table[$0].stackName)" }
  }

  @Test func `rows of several stacks are ordered by user, then stack`() {
    var table = RowTable()
    var order = RowOrder()
    order.replaced(table.set(rows("maths", "eve", "Ada"), of: "maths"), in: table)
    var isMerged = order.merge(table, isDue: true)
    #expect(isMerged)
    order.replaced(table.set(rows("design", "bo", "ada", "eve"), of: "design"), in: table)
    isMerged = order.merge(table, isDue: true)
    #expect(isMerged)
    #expect(names(order, table) == ["Ada maths", "ada design", "bo design", "eve design", "eve maths"])
  }

  @Test func `a stack that was read again replaces its rows`() {
    var table = RowTable()
    var order = RowOrder()
    for stack in ["design", "maths"] {
      order.replaced(table.set(rows(stack, "ada", "bo"), of: stack), in: table)
    }
    _ = order.merge(table, isDue: true)
    order.replaced(table.set(rows("design", "eve"), of: "design"), in: table)
    let isMerged = order.merge(table, isDue: false)
    #expect(isMerged)
    #expect(names(order, table) == ["ada maths", "bo maths", "eve design"])
  }

  @Test(arguments: [
    ("ada", ["design", "maths"]), ("Ada", ["maths"]), ("bo", ["design"]), ("zoe", ["maths"]), ("nobody", []), ("", []),
    ("ren\u{E9}", ["design"]), ("rene\u{301}", ["maths"]),
  ])
  func `a user's rows are found, exactly as the name is written`(name: String, stacks: [String]) {
    var table = RowTable()
    var order = RowOrder()
    order.replaced(table.set(rows("design", "bo", "ada", "ren\u{E9}"), of: "design"), in: table)
    order.replaced(table.set(rows("maths", "Ada", "zoe", "ada", "rene\u{301}"), of: "maths"), in: table)
    _ = order.merge(table, isDue: true)
    #expect(order.rows(of: name, in: table).map { table[$0].stackName } == stacks)
  }

  @Test func `a stack that is gone leaves no rows`() {
    var table = RowTable()
    var order = RowOrder()
    order.replaced(table.set(rows("design", "ada"), of: "design"), in: table)
    _ = order.merge(table, isDue: true)
    order.replaced(table.set([], of: "design"), in: table)
    let isMerged = order.merge(table, isDue: false)
    #expect(isMerged)
    #expect(order.rows.isEmpty)
  }

  @Test func `few rows wait until they are due, and many do not`() {
    var table = RowTable()
    var order = RowOrder()
    let first = (0..<80).map { UserStackAssociation(stackName: "design", userName: "user-\($0)") }
    let slot = table.set(first, of: "design")
    order.replaced(slot, in: table)
    _ = order.merge(table, isDue: false)
    #expect(order.rows.count == 80)

    let more = first + rows("design", "ada", "bo")
    table.set(more, of: "design")
    order.appended(slot, in: table)
    var isMerged = order.merge(table, isDue: false)
    #expect(isMerged == false)
    #expect(order.rows.count == 80)
    isMerged = order.merge(table, isDue: true)
    #expect(isMerged)
    #expect(order.rows.count == 82)
    isMerged = order.merge(table, isDue: true)
    #expect(isMerged == false)

    table.set(more + (0..<20).map { UserStackAssociation(stackName: "design", userName: "eve-\($0)") }, of: "design")
    order.appended(slot, in: table)
    isMerged = order.merge(table, isDue: false)
    #expect(isMerged)
    #expect(order.rows.count == 102)
  }

  @Test func `pages in any division give the same order as all at once`() {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    var random = SeededGenerator(seed)
    let users = (0..<300).map { _ in "user-\(Int.random(in: 0..<200, using: &random))" }
    let all = users.map { UserStackAssociation(stackName: "design", userName: $0) }
    var table = RowTable()
    var order = RowOrder()
    var end = 0
    while end < all.count {
      end = min(all.count, end + Int.random(in: 1...40, using: &random))
      let isFirst = table.slot(of: "design") == nil
      let slot = table.set(Array(all[..<end]), of: "design")
      if isFirst { order.replaced(slot, in: table) } else { order.appended(slot, in: table) }
      _ = order.merge(table, isDue: end == all.count)
    }
    let expected = users.sorted { NameOrder.compare($0, $1) < 0 }
    #expect(order.rows.map { table[$0].userName } == expected, "seed \(seed)")
  }
}
