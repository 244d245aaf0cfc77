import SeededNumbers
import Testing

@testable import Screen

@Suite struct FittingApartTests {
  @Test func `what fits, and what differs where it is cut, is cut as ever`() {
    let names = ["ada@x.example", "emma.lindqvist-hansen@contr.example", "bo.diaz.the.younger.one@contr.example"]
    #expect(names.shortenedApart(to: 24, cut: .middle) == names.map { $0.shortened(to: 24, cut: .middle) })
  }

  @Test func `where two would look alike, what they differ in is shown`() {
    let names = [
      "a.very.long.name.one.indeed@contr.example", "a.very.long.name.two.indeed@contr.example", "ada@x.example",
    ]
    #expect(
      names.shortenedApart(to: 24, cut: .middle)
        == ["a.very.long...one.inde..", "a.very.long...two.inde..", "ada@x.example"]
    )
  }

  @Test func `one that is the start of the other is shown to its end`() {
    let names = ["a-stack-with-a-very-long-name", "a-stack-with-a-very-long-name-2"]
    let shown = names.shortenedApart(to: 12, cut: .end)
    #expect(Set(shown).count == 2 && shown.allSatisfy { $0.hasPrefix("a-st") && $0.count <= 12 })
  }

  @Test func `the same text is shown alike`() {
    let name = "a.very.long.name.one.indeed@contr.example"
    let shown = [name, name].shortenedApart(to: 20, cut: .middle)
    #expect(shown[0] == shown[1])
  }

  @Test func `different names of any kind differ, at any width`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    let parts = ["a", "b", "long-", "dept.", "山田", "é", "x1", "@contr.example", "@campus.example", "-2026a"]
    for _ in 0..<2_000 {
      let head = (0..<Int.random(in: 0...12, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
      let names = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        let tail = (0..<Int.random(in: 0...8, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        return (head + tail).joined()
      }
      let width = Int.random(in: 15...60, using: &random)
      let shown = names.shortenedApart(to: width, cut: .middle)
      #expect(shown.allSatisfy { DisplayWidth.of($0) <= width }, "seed \(seed)")
      #expect(Set(shown).count == Set(names).count, "seed \(seed), width \(width): \(names)")
    }
  }
}
