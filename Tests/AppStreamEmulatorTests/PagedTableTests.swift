import PlainText
import Testing

@testable import AppStreamEmulator

@Suite struct PagedTableTests {
  private func table(_ count: Int) -> PagedTable<Int, String> {
    var table = PagedTable<Int, String>()
    for key in 0..<count { table[key] = "v\(key)" }
    return table
  }

  /// All pages, from the first to the last.
  private func pages(_ table: PagedTable<Int, String>, limit: Int) -> [[String]] {
    var pages: [[String]] = []
    var position: Int? = 0
    while let start = position {
      let page = table.page(from: start, limit: limit)
      pages.append(page.values)
      position = page.next
    }
    return pages
  }

  @Test func `an empty table has one empty page`() {
    #expect(pages(table(0), limit: 3) == [[]])
  }

  @Test(arguments: [(1, [1]), (3, [3]), (4, [3, 1]), (6, [3, 3]), (7, [3, 3, 1])])
  func `no page is longer than asked, and none is empty at the end`(count: Int, sizes: [Int]) {
    let pages = pages(table(count), limit: 3)
    #expect(pages.map(\.count) == sizes)
    #expect(pages.flatMap { $0 } == (0..<count).map { "v\($0)" })
  }

  @Test func `a value is replaced in its place`() {
    var table = table(3)
    table[1] = "new"
    #expect(Array(table.values) == ["v0", "new", "v2"])
    #expect(table.count == 3)
  }

  @Test func `a removed value is gone, and one put back goes to the end`() {
    var table = table(3)
    table[1] = nil
    #expect(table[1] == nil)
    #expect(Array(table.values) == ["v0", "v2"])
    table[1] = "again"
    #expect(Array(table.values) == ["v0", "v2", "again"])
  }

  @Test func `removing what is not there changes nothing`() {
    var table = table(2)
    table[7] = nil
    #expect(table.count == 2)
  }

  @Test func `a position stays good when the rows before it are removed and swept`() throws {
    var table = table(1000)
    let first = table.page(from: 0, limit: 900)
    let next = try #require(first.next)
    for key in 0..<900 { table[key] = nil }
    let rest = table.page(from: next, limit: 1000)
    #expect(rest.values == (900..<1000).map { "v\($0)" })
    #expect(rest.next == nil)
    #expect(table.count == 100)
    #expect(table[950] == "v950")
  }

  @Test func `a position stays good when its own row is removed`() throws {
    var table = table(6)
    let next = try #require(table.page(from: 0, limit: 3).next)
    table[3] = nil
    #expect(table.page(from: next, limit: 3).values == ["v4", "v5"])
  }

  @Test func `rows that are not shown are neither counted nor promised`() {
    let table = table(6)
    let page = table.page(from: 0, limit: 2) { $0 == "v0" || $0 == "v3" }
    #expect(page.values == ["v0", "v3"])
    #expect(page.next == nil)
  }

  @Test func `a text equals another only byte by byte`() {
    let composed = ExactText("\u{e9}")
    let decomposed = ExactText("e\u{301}")
    #expect(composed.text == decomposed.text)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed, ExactText("\u{e9}")]).count == 2)
  }
}
