import AppStream
import SeededNumbers
import Testing

@testable import Console

@Suite struct RowOrderTests {
  private func names(_ order: RowOrder, _ estate: Estate) -> [String] {
    order.rows.map { "\(estate.table.userName(of: $0)) \(estate.table.stackName(of: $0))" }
  }

  private func order(_ estate: Estate) -> RowOrder {
    var order = RowOrder()
    order.take(estate)
    return order
  }

  @Test func `rows of several stacks are ordered by user, then stack`() {
    let estate = Estate.reading(["maths": ["eve", "Ada"], "design": ["bo", "ada", "eve"]])
    #expect(names(order(estate), estate) == ["Ada maths", "ada design", "bo design", "eve design", "eve maths"])
  }

  @Test func `a stack that was read again replaces its rows`() {
    var estate = Estate.reading(["design": ["ada", "bo"], "maths": ["ada", "bo"]])
    var order = order(estate)
    estate.read("design", ["eve"])
    order.take(estate)
    #expect(names(order, estate) == ["ada maths", "bo maths", "eve design"])
    estate.read("design", [])
    order.take(estate)
    #expect(names(order, estate) == ["ada maths", "bo maths"])
  }

  @Test func `it is given up at whichever step that is asked, and keeps the rows that it had`() {
    var estate = Estate.reading(["design": ["ada", "bo"], "maths": ["ada"]])
    let earlier = order(estate)
    estate.read("design", ["eve", "cy"])
    var steps = 0
    var isTaken = false
    while !isTaken {
      var order = earlier
      var asked = 0
      isTaken = order.take(estate) {
        asked += 1
        return asked > steps
      }
      #expect(isTaken ? order == self.order(estate, after: earlier) : order.rows == earlier.rows)
      steps += 1
    }
    #expect(steps > 4, "it was asked before each of its steps")
  }

  private func order(_ estate: Estate, after earlier: RowOrder) -> RowOrder {
    var order = earlier
    order.take(estate)
    return order
  }

  @Test func `one user on one stack in several ways has the rows in the order of the ways`() {
    var estate = Estate.reading(["design": []])
    let ways: [AuthenticationType] = [.userpool, .api, .saml]
    estate.apply(.associationsStarted(stack: "design"))
    estate.apply(
      .associations(
        stack: "design",
        ways.map { UserStackAssociation(stackName: "design", userName: "ada", authenticationType: $0) }
      )
    )
    #expect(order(estate).rows.map { estate.table.type(of: $0) } == [.api, .saml, .userpool])
  }

  @Test func `pages in any division give the same order as all at once`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed)
    let letters = ["a", "A", "b", "\u{E9}", "e\u{301}", "\u{C9}", "z", "-", "\u{212A}", "k", "0123456789abcdef"]
    let users = (0..<200).map { _ in
      (0..<Int.random(in: 0..<4, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
    }
    var estate = Estate.reading(["design": []])
    estate.apply(.associationsStarted(stack: "design"))
    var order = RowOrder()
    var rest = users[...]
    while !rest.isEmpty {
      let size = Int.random(in: 1...40, using: &random)
      estate.readPage("design", rest.prefix(size))
      rest = rest.dropFirst(size)
      order.take(estate)
    }
    let expected = Set(users.map { Array($0.utf8) }).map { String(decoding: $0, as: UTF8.self) }
      .sorted { one, other in
        let (left, right) = (Array(one.lowercased().utf8), Array(other.lowercased().utf8))
        return left != right ? left.lexicographicallyPrecedes(right) : NameOrder.compare(one, other) < 0
      }
    let found = order.rows.map { Array(estate.table.userName(of: $0).utf8) }
    let wrong = zip(found, expected).first { $0 != Array($1.utf8) }
    #expect(wrong == nil && found.count == expected.count, "seed \(seed)")
  }
}
