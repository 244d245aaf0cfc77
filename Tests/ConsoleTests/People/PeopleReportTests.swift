import AppStream
import PlainText
import Screen
import Testing

@testable import Console

// The screen as text stands in the first column, as those of other screens do.

/// What is said of the people of a list before anything is marked.
@Suite struct PeopleReportTests {
  /// The list and the account of the mock-up: 30 who match, five in other case, three on no stack, two who are nobody.
  static let exact = (1...30).map { number in "user-\(number < 10 ? "0" : "")\(number)@contr.example" }

  /// Those who do not match exactly, by their lines.
  private static let others = [
    7: "ABE.OLSEN@contr.example", 9: "ADA.BYRON@contr.example", 12: "jo.marsh@contr.example",
    34: "BO.DIAZ@contr.example", 35: "Eli.N@contr.example", 36: "FEMI@contr.example", 37: "on.none1@contr.example",
    38: "on.none2@contr.example", 39: "on.none3@contr.example", 40: "who@other.example",
  ]

  static let leavers: String = {
    var left = exact[...]
    return (1...40).map { line in "\(others[line] ?? left.removeFirst())\n" }.joined()
  }()

  static func account() -> SampleAccount {
    var account = SampleAccount()
    account.stacks = Dictionary(uniqueKeysWithValues: (1...12).map { ("stack-\($0 < 10 ? "0" : "")\($0)", []) })
    for (place, user) in exact.enumerated() {
      account.stacks["stack-0\(place % 9 + 1)"]?.append(user)
      account.stacks["stack-0\((place + 1) % 9 + 1)"]?.append(user)
    }
    account.stacks["stack-03"]? += [exact[0], exact[9], "abe.olsen@contr.example", "Ada.Byron@contr.example"]
    account.stacks["stack-04"]? += ["abe.olsen@contr.example", "ada.byron@contr.example", "bo.diaz@contr.example"]
    account.stacks["stack-05"]? += ["bo.diaz@contr.example", "eli.n@contr.example", "femi@contr.example"]
    account.stacks["stack-06"]? += ["eli.n@contr.example", "j.marsh@contr.example"]
    account.users = (1...3).map { .sample("on.none\($0)@contr.example", "On", "None") }
    return account
  }

  static func reported(_ size: Size = .small) -> Session {
    var session = Session.reading(account(), size: size)
    session.report(on: leavers)
    return session
  }

  @Test func `the report on 80x24`() {
    #expect(Self.reported().screen == reportOn80Columns)
  }

  @Test func `the report on 60x15 scrolls, and cuts no name`() {
    var session = Self.reported(.smallest)
    #expect(session.screen == reportOn60Columns)
    session.press(.end)
    #expect(session.screen.contains("who@other.example"))
    session.press(.character("g"))
    #expect(session.screen == reportOn60Columns)
  }

  @Test func `nothing is marked before Enter, which is one change of marks`() {
    var session = Self.reported()
    #expect(session.state.list.marks.isEmpty)
    session.press(.enter)
    #expect(session.state.screen == .list)
    #expect(
      session.messageLine
        == "62 rows of 30 people marked; 10 of the list not taken (u takes the marks back)."
    )
    #expect(session.state.list.marks.count == 62)
    #expect(session.lines[1].contains("62 marked"))
    session.press(.character("u"))
    #expect(session.messageLine == "Taken back: 62 rows unmarked.")
    #expect(session.state.list.marks.isEmpty)
  }

  @Test func `+ takes those in other case too, the figures follow, and again leaves them`() {
    var session = Self.reported()
    session.press(.character("+"))
    #expect(session.lines[23] == "Enter marks 69 rows  + leaves the 4 in other case (62)  w writes the 6  ? help")
    #expect(session.screen.contains(" 5 differ only in case: 4 are taken"))
    #expect(session.screen.contains("taken as abe.olsen@contr.example (2 rows)"))
    #expect(session.screen.contains("is Ada.Byron or ada.byron: not taken"))
    session.press(.character("+"))
    #expect(session.screen == reportOn80Columns)
    session.press(.character("+"), .enter)
    #expect(
      session.messageLine
        == "69 rows of 34 people marked; 6 of the list not taken (u takes the marks back)."
    )
    #expect(!session.state.list.marks.contains(Association("stack-03", "Ada.Byron@contr.example"), in: session.table))
  }

  @Test(arguments: [Key.escape, .character("q"), .control("c")])
  func `a report that is left marks nothing`(key: Key) {
    var session = Self.reported()
    session.press(key)
    #expect(session.state.screen == .list && session.state.list.marks.isEmpty)
    #expect(session.messageLine == "Nothing was marked.")
    #expect(session.deeds.isEmpty)
  }

  @Test func `rows that were marked before are said, and none is counted twice`() {
    var session = Self.reported()
    session.press(.escape, .character("a"))
    let count = session.state.list.marks.count
    session.report(on: "user-01@contr.example\nUSER-01@contr.example\nuser-02@contr.example\n")
    session.press(.character("+"), .enter)
    #expect(session.messageLine == "5 rows of 2 people are marked already.")
    #expect(session.state.list.marks.count == count)
    session.press(.character("u"))
    #expect(session.state.list.marks.isEmpty)
    session.report(on: "user-02@contr.example\n")
    session.press(.enter)
    session.report(on: "user-01@contr.example\nuser-02@contr.example\n")
    session.press(.enter)
    #expect(session.messageLine == "5 rows of 2 people marked, 2 of them before (u takes the marks back).")
  }

  @Test func `w writes who was not taken, with line and reason`() {
    var session = Self.reported()
    session.press(.character("w"))
    #expect(session.messageLine == "People not taken to: not-taken.csv")
    session.press(.enter)
    guard case .task(.write(.people(let people), path: "not-taken.csv", replacing: false))? = session.deeds.first else {
      return #expect(Bool(false), "nothing is written")
    }
    #expect(people.rows.count == 10)
    #expect(
      people.rows.first == [
        .integer(7), .string("ABE.OLSEN@contr.example"), .string("differs only in case from abe.olsen@contr.example"),
      ]
    )
    #expect(
      people.rows[2] == [
        .integer(12), .string("jo.marsh@contr.example"), .string("is nobody's; near: j.marsh@contr.example"),
      ]
    )
    #expect(people.rows[6][2] == .string("is in the user pool, on none of the stacks read"))
    session.send(.file(.exists(.people(people), path: "not-taken.csv")))
    let text = session.screen.replacing("\n", with: " ")
    #expect(text.contains("not-taken.csv is there already, and the people not taken would be written over it."))
    session.press(.escape)
    #expect(session.state.screen == .people)
  }

  @Test func `where everybody is taken there is nobody to write, and nobody in other case`() {
    var session = Session.reading()
    session.report(on: "abe.olsen@contr.example\n")
    #expect(session.lines[23] == "Enter marks 2 rows  ? help  Esc back")
    session.press(.character("w"))
    #expect(session.messageLine == "Everybody in the list is taken, so there is nobody to write.")
    session.press(.character("+"))
    #expect(session.messageLine == "Nobody who differs only in case can be taken.")
    session.press(.enter)
    #expect(session.messageLine == "2 rows of 1 person marked (u takes the marks back).")
  }

  @Test func `a list of nobody who is there marks nothing, and says so`() {
    var session = Session.reading()
    session.report(on: "who@other.example\nwhose@other.example\n")
    #expect(session.lines[2] == " 0 match exactly")
    #expect(session.lines[3] == " 2 nobody has")
    session.press(.enter)
    #expect(session.messageLine == "Nobody in the list has a row that could be marked.")
    #expect(session.state.screen == .people)
  }

  @Test func `what is not read yet is said, and looked at as soon as it is`() {
    let account = SampleAccount()
    var session = Session()
    session.send(.started)
    session.readStacks(of: account)
    session.read("biology-2026a", of: account)
    session.report(on: "abe.olsen@contr.example\nemma.lindqvist-hansen@contr.example\n")
    #expect(session.lines[2].hasPrefix(" 1 matches exactly"))
    #expect(session.lines[3] == " 1 nobody has, as far as is read")
    #expect(session.messageLine == "1 of 3 stacks read so far; the user pool is still being read")
    session.read("chemistry-lab", of: account)
    session.answerPeople()
    #expect(session.lines[2].contains("2 rows, 2 stacks"))
    session.press(.enter)
    let text = session.screen.replacing("\n", with: " ")
    #expect(text.contains("2 rows of 1 person marked; 1 of the list not taken (u takes the marks back). 2 of 3 stacks"))
    #expect(text.contains("the user pool is still being read: there may be more rows."))
  }

  @Test func `names near to one that nobody has are found once all is read`() {
    let account = SampleAccount()
    var session = Session()
    session.send(.started)
    session.readStacks(of: account)
    for stack in account.stackNames { session.read(stack, of: account) }
    session.report(on: "abe.olsn@contr.example\n")
    #expect(session.lines[3] == " 1 nobody has, as far as is read")
    #expect(session.lines[4] == "     line 1  abe.olsn@contr.example")
    session.readUsers(account.users)
    session.answerPeople()
    #expect(session.lines[3] == " 1 nobody has")
    #expect(session.lines[4] == "     line 1  abe.olsn@contr.example  near: abe.olsen@contr.example")
  }

  @Test func `of very many people the first are listed, and the others counted`() {
    var session = Session.reading()
    session.report(on: (1...2003).map { "who\($0)@other.example\n" }.joined())
    #expect(session.lines[3] == "2003 nobody has")
    session.press(.end)
    #expect(session.lines[20].contains("line 2000  who2000@other.example"))
    #expect(session.lines[21] == "     and 3 more, all of whom can be written to a file")
    #expect(session.lines[23] == "w writes the 2003  ? help  Esc back")
  }

  @Test func `what a list has beside people is said`() {
    var session = Session.reading()
    session.report(on: "Email;Name\n# from HR\nabe.olsen@contr.example;Abe\nabe.olsen@contr.example;Abe\n")
    #expect(session.screen.contains("leavers.csv: 4 lines: 2 people, 1 comment, 1 header."))
    #expect(session.screen.contains("1 more is a repetition of an address."))
  }

  @Test func `hostile and wide names are visible and whole`() {
    var account = SampleAccount()
    account.stacks["maths-open"]?.append("hei\u{212B}di.界界界界@contr.example")
    var session = Session.reading(account)
    session.report(on: "ABE\u{301}.x@contr.example\n\(String(repeating: "界", count: 30))@contr.example\n")
    for line in session.lines { #expect(DisplayWidth.of(line) <= 80) }
    let whole = session.lines.map { $0.trimmingPrefix { $0 == " " } }.joined()
    #expect(whole.contains(String(repeating: "界", count: 30)))
    #expect(session.state.screen == .people)
  }

  @Test func `a list that is left while it is read says nothing any more`() {
    var session = Session.reading()
    session.press(.character(":"))
    session.type("mark leavers.csv")
    session.press(.enter)
    let effects = session.effects
    #expect(session.lines[2] == "The list is being read.")
    session.press(.enter)
    #expect(session.messageLine == "The list is still being read: try again in a moment.")
    session.press(.escape)
    session.effects = effects
    session.answerPeople(files: ["leavers.csv": "abe.olsen@contr.example\n"])
    #expect(session.state.screen == .list)
  }

  @Test func `a list that is refused opens nothing, and says its line`() {
    var session = Session.reading()
    session.report(on: "abe.olsen@contr.example\nplease keep Jane <jane@contr.example>\n")
    #expect(session.state.screen == .list && session.state.list.marks.isEmpty)
    #expect(session.screen.contains("leavers.csv, line 2:"))
    session.report(on: (1...9).map { "please keep jane\($0)@contr.example" }.joined(separator: "\n"))
    #expect(session.state.screen == .details)
    #expect(session.lines[1].hasPrefix("-- NOBODY IS MARKED --"))
    #expect(session.screen.contains("leavers.csv: 9 lines cannot be taken."))
    session.press(.escape)
    session.command("mark nowhere.csv")
    #expect(session.messageLine == "nowhere.csv cannot be read: No such file or directory.")
    session.report(on: "# nobody left\n")
    #expect(session.screen.contains("leavers.csv names nobody."))
  }
}

extension Association {
  fileprivate init(_ stack: String, _ user: String) {
    self.init(stackName: stack, userName: user, authenticationType: .userpool)
  }
}

// swift-format-ignore
private let reportOn80Columns = """
appstream-console  prod-admin 111122223333  eu-west-1    credentials till 14:49Z
-- PEOPLE FROM leavers.csv ------------------------------------- 40 addresses --
30 match exactly                                            62 rows, 9 stacks
 5 differ only in case
     line 7   ABE.OLSEN@contr.example  is abe.olsen@contr.example (2 rows)
     line 9   ADA.BYRON@contr.example  is Ada.Byron or ada.byron: not taken
     line 34  BO.DIAZ@contr.example    is bo.diaz@contr.example (2 rows)
     line 35  Eli.N@contr.example      is eli.n@contr.example (2 rows)
     line 36  FEMI@contr.example       is femi@contr.example (1 row)
 3 are in the pool and on none of the stacks read
 2 nobody has
     line 12  jo.marsh@contr.example  near: j.marsh@contr.example
     line 40  who@other.example









12 of 12 stacks read
Enter marks 62 rows  + takes the 4 in other case (69)  w writes the 10  ? help
"""

// swift-format-ignore
private let reportOn60Columns = """
prod-admin 111122223333  eu-west-1   credentials till 14:49Z
-- PEOPLE FROM leavers.csv ---- 40 addresses   1-11 of 17 --
30 match exactly                        62 rows, 9 stacks
 5 differ only in case
     line 7   ABE.OLSEN@contr.example
              is abe.olsen@contr.example (2 rows)
     line 9   ADA.BYRON@contr.example
              is Ada.Byron or ada.byron: not taken
     line 34  BO.DIAZ@contr.example
              is bo.diaz@contr.example (2 rows)
     line 35  Eli.N@contr.example
              is eli.n@contr.example (2 rows)
     line 36  FEMI@contr.example
12 of 12 stacks read
Enter marks 62 rows  + takes 4 more (69)  ? help  Esc back
"""
