import AppStream
import Testing

struct LookAlikesTests {
  @Test(arguments: [
    ("ada@x", ["ADA@x", "Ada@x"]),
    ("Ada@x", ["ADA@x", "ada@x"]),
    ("aDA@x", ["ADA@x", "Ada@x", "ada@x"]),
    ("bo@x", []),
    ("ad@x", []),
    ("strasse@x", []),
    ("ÅSA@x", ["åsa@x"]),
  ])
  func `others are those that differ only in case`(name: String, others: [String]) {
    let lookAlikes = LookAlikes(["ada@x", "Ada@x", "ADA@x", "bo@x", "ada@x", "straße@x", "åsa@x"])
    #expect(lookAlikes.others(like: name) == others)
    #expect(lookAlikes.othersInCase(of: name) == others)
  }

  @Test func `another normal form looks alike and is not a matter of case`() {
    let (composed, decomposed) = ("zo\u{EB}@x", "zoe\u{308}@x")
    let lookAlikes = LookAlikes([composed, decomposed, "ZO\u{CB}@x"])
    #expect(lookAlikes.others(like: composed).map { $0.utf8.count } == [6, 7])
    #expect(lookAlikes.othersInCase(of: composed).map { Array($0.utf8) } == [Array("ZO\u{CB}@x".utf8)])
    #expect(lookAlikes.othersInCase(of: decomposed) == [])
  }

  @Test(.timeLimit(.minutes(5)))
  func `fifty thousand names are gathered in time in proportion to their number`() {
    let names = (0..<50_000).map { "user\($0)@contr.example" }
    let lookAlikes = LookAlikes(names + ["User49999@contr.example"])
    #expect(names.count { !lookAlikes.others(like: $0).isEmpty } == 1)
  }
}
