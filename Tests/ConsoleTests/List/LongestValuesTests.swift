import AppStream
import SeededNumbers
import Testing

@testable import Console

@Suite struct LongestValuesTests {
  /// Plain, wide, combining and hostile: what is a column wide in bytes, and what is not.
  private static let parts = ["a", "bc.", "Jürgen", "部門", "e\u{301}", "\u{301}", "😀", "\u{202E}", "\t", "\u{7F}", " "]

  @Test(arguments: 0..<20) func `of all rows are those of each row`(seed: UInt64) {
    var random = SeededGenerator(seed)
    func text() -> String {
      (0..<Int.random(in: 0...5, using: &random)).map { _ in Self.parts.randomElement(using: &random) ?? "" }.joined()
    }
    var account = SampleAccount()
    let names = (0..<8).map { _ in text() + "@contr.example" }
    account.users = Set(names.prefix(6)).map { name in
      User.sample(name, text(), text(), enabled: Bool.random(using: &random))
    }
    account.stacks = ["maths": names, "s" + text(): Array(names.prefix(3))].mapValues { Array(Set($0)) }
    let state = Session.reading(account).state
    var expected = LongestValues()
    let facts = UserFacts(state.estate)
    for row in state.list.shown { expected.take(state.estate.table[row], facts) }
    #expect(!state.list.shown.isEmpty)
    for column in RowColumn.shown { #expect(state.list.arranged.longest[column] == expected[column], "\(column)") }
  }
}
