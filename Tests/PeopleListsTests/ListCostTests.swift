import Glibc
import PeopleLists
import Testing

/// What reading costs as lists grow, by the processor's time of this thread, which other work on the machine hardly
/// changes.
struct ListCostTests {
  /// A list of so many lines, by what stands in each.
  struct Kind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var header = ""
    let line: @Sendable (Int) -> String

    func bytes(lines: Int) -> [UInt8] { Array((header + (1...lines).map(line).joined()).utf8) }
  }

  private static let kinds = [
    Kind(testDescription: "addresses") { "user\($0)@contr.example\n" },
    Kind(testDescription: "one address over and over") { _ in "abe.olsen@contr.example\n" },
    Kind(testDescription: "bullets") { "• user\($0)@contr.example\n" },
    Kind(testDescription: "names") { "Olsen, Abe (IT) <user\($0)@contr.example>;\n" },
    Kind(testDescription: "letters of many scripts") { "üser.ñ\($0)@contr.example\n" },
    Kind(testDescription: "a table", header: "Name;E-Mail;Manager\n") { "\"Olsen; Abe\";user\($0)@contr.example;\n" },
    Kind(testDescription: "two columns of addresses", header: "Email,UPN\n") {
      "u\($0)@contr.example,u\($0)@x.example\n"
    },
    Kind(testDescription: "headers", header: "Email,Name\n") { _ in "Email,Name\n" },
    Kind(testDescription: "empty lines") { _ in "\n" },
    Kind(testDescription: "comments") { _ in "# leavers\n" },
    Kind(testDescription: "lines that are refused") { _ in "#N/A\n" },
    Kind(testDescription: "quotes that are not closed", header: "Email\n") { _ in "\"abe.olsen@contr.example\n" },
    Kind(testDescription: "one line of names") { "Abe Olsen <user\($0)@contr.example>; " },
    Kind(testDescription: "one line of quotes") { _ in "'" },
    Kind(testDescription: "one line of brackets") { _ in "<" },
    Kind(testDescription: "one line of columns") { _ in "email;" },
    Kind(testDescription: "JSON", header: "{\"Users\": [{\"UserName\": \"abe.olsen@contr.example\"}\n") {
      ",{\"UserName\": \"user\($0)@contr.example\", \"Enabled\": true}\n"
    },
    Kind(testDescription: "JSON that opens and never closes") { _ in "[{\"a\":" },
  ]

  @Test(arguments: kinds)
  func `eight times the lines take about eight times as long`(kind: Kind) {
    let short = Self.leastTime(of: kind.bytes(lines: 1000))
    let long = Self.leastTime(of: kind.bytes(lines: 8000))
    // Squared it would be 64 times. What is as quick as the clock's grain, as a refusal at the first line, is no
    // matter.
    #expect(long < 24 * max(short, 0.000_2), "\(long) s against \(short) s")
  }

  @Test func `a line that no list has is refused before anything is made of it`() {
    for unit in ["'", "<", "@", ",", "abe@contr.example;", "• "] {
      let line = String(repeating: unit, count: ListRefusal.longestLine / unit.utf8.count + 1)
      let text = "abe.olsen@contr.example\n\(line)\n"
      #expect(
        Reading(text, like: .refused("line 2: it is longer than 1 MiB")) == .refused("line 2: it is longer than 1 MiB")
      )
    }
  }

  @Test func `the longest lists of one line that tools print are read`() {
    let addresses = (1...40_000).map { "user\($0).of.a.long.name@contractors.example" }
    #expect(Reading(addresses.joined(separator: "\t") + "\n", like: .people([])) == .people(addresses))
    let json = "[\"" + addresses.joined(separator: "\",\"") + "\"]"
    #expect(Reading(json, like: .people([])) == .people(addresses))
  }

  @Test func `of very many columns the first are named`() {
    let header = (1...2000).map { "Column \($0)" }.joined(separator: ",")
    #expect(
      Reading(header + "\n1,2\n", like: .refused("\"Column 40\" and 1960 more"))
        == .refused("\"Column 40\" and 1960 more")
    )
  }

  /// The least of three, in seconds.
  private static func leastTime(of bytes: [UInt8]) -> Double {
    (1...3).map { _ in
      let begin = time()
      _ = Reading(bytes)
      return time() - begin
    }.min() ?? 0
  }

  private static func time() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
