import FoundationEssentials
import PlainText
import Screen
import Testing

@testable import Console

@Suite struct TextTests {
  @Test(arguments: [
    ("", 10, [""]), ("one two", 10, ["one two"]), ("one two three", 8, ["one two", "three"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("a abcdefgh b", 4, ["a", "abcd", "efgh", "b"]),
    ("\u{754C}\u{754C}\u{754C}", 4, ["\u{754C}\u{754C}", "\u{754C}"]), ("fits  exactly", 13, ["fits  exactly"]),
    ("ab", 0, ["a", "b"]),
  ])
  func `text is broken between words, and inside words that are too long`(text: String, columns: Int, lines: [String]) {
    #expect(Line(text).wrapped(to: columns).map(\.text) == lines)
  }

  @Test(arguments: [
    ("abcdef", 3, "def"), ("abc", 3, "abc"), ("a\u{754C}", 2, "\u{754C}"), ("a\u{754C}", 1, ""), ("abc", 0, ""),
  ])
  func `the end of a text is what is being typed`(text: String, columns: Int, end: String) {
    #expect(Line(text).endingIn(columns).text == end)
  }

  private static let times: [(Double, String, String)] = [
    (0, "14:02Z", "14:02:11Z"), (48.9, "14:02Z", "14:02:59Z"), (49, "14:03Z", "14:03:00Z"),
    (35_869, "00:00Z", "00:00:00Z"), (-50_532, "23:59Z", "23:59:59Z"),
  ]

  @Test(arguments: times)
  func `times are those of UTC`(seconds: Double, minute: String, second: String) {
    let moment = noon.addingTimeInterval(seconds)
    #expect(moment.minuteText == minute)
    #expect(moment.secondText == second)
  }

  @Test func `a number has its noun in the right form`() {
    #expect(0.of("stack") == "0 stacks")
    #expect(1.of("stack") == "1 stack")
    #expect(2.of("stack") == "2 stacks")
  }

  @Test(arguments: [
    ("arn:aws:sts::111122223333:assumed-role/StackOps/j.keller", "assumed-role/StackOps/j.keller"),
    ("arn:aws:iam::111122223333:root", "root"), ("arn:aws:iam::1:user/a:b", "user/a:b"), ("no arn", "no arn"), ("", ""),
  ])
  func `a caller is named by what the ARN names`(arn: String, name: String) {
    #expect(arn.resourceOfARN == name)
  }
}
