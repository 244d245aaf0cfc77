import AppStream
import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct PeopleTests {
  /// An account with somebody who is on no stack.
  private static func account() -> SampleAccount {
    var account = SampleAccount()
    account.users.append(.sample("cleo.marsh@contr.example", "Cleo", "Marsh"))
    return account
  }

  private static func people(_ size: Size = .small) -> Session {
    var session = Session.reading(account(), size: size)
    session.press(.character("t"))
    return session
  }

  @Test func `people on 80x24`() {
    var session = Self.people()
    session.press(.down, .character(" "))
    #expect(session.screen == peopleOn80Columns)
  }

  @Test func `a mark is a mark of all rows, and taken back as one`() {
    var session = Self.people()
    session.press(.character(" "))
    #expect(session.state.list.marks.count == 2)
    #expect(session.lines[1].contains("All people   8 of 8   1 marked (2 rows)"))
    session.press(.character("t"))
    #expect(session.lines[1].contains("8 of 8 shown   2 marked"))
    session.press(.character("u"))
    #expect(session.state.list.marks.isEmpty)
  }

  @Test func `who has marks on some rows is told from who has them on all`() {
    var session = Session.reading(Self.account())
    session.press(.character(" "), .character("t"))
    #expect(session.rows[0].hasPrefix(">-  abe.olsen@contr.example"))
    session.press(.character(" "), .up)
    #expect(session.rows[0].hasPrefix(">*  abe.olsen@contr.example"))
    session.press(.character(" "), .up)
    #expect(session.rows[0].hasPrefix(">   abe.olsen@contr.example"))
  }

  @Test func `who is on no stack is there, and has nothing to mark`() {
    var session = Self.people()
    session.press(.character("/"))
    session.type("cleo")
    session.press(.enter)
    #expect(session.rows == [">   cleo.marsh@contr.example       0  none"])
    session.press(.character(" "))
    #expect(session.messageLine == "cleo.marsh@contr.example is on no stack: there is no row to mark.")
  }

  @Test func `what was not read may hold more of somebody`() {
    var session = Session(size: .small)
    let account = Self.account()
    session.send(.started)
    session.identify(keller)
    session.readStacks(of: account)
    session.read("biology-2026a", of: account)
    session.readUsers(account.users)
    session.press(.character("t"), .character("/"))
    session.type("cleo")
    session.press(.enter)
    #expect(session.rows == [">   cleo.marsh@contr.example       0  none in 1 of 3 read"])
  }

  @Test func `a filter finds people by any of their rows, and shows them with all stacks`() {
    var session = Self.people(.large)
    session.press(.character("/"))
    session.type("stack:chemistry")
    #expect(
      session.rows.map { $0.dropFirst(4).prefix { $0 != " " } } == [
        "abe.olsen@contr.example", "dana.weiss@contr.example",
      ]
    )
    #expect(session.rows[0].contains("2  biology-2026a, chemistry-lab"))
  }

  @Test func `who has any row that the filter excludes is not among the people`() {
    var session = Self.people()
    session.press(.character("/"))
    session.type("!biology")
    let names = session.rows.map { $0.dropFirst(4).prefix { $0 != " " } }
    #expect(
      names.map { $0.prefix { $0 != "@" } } == [
        "ada.byron", "chris.okafor", "cleo.marsh", "dana.weiss", "emma.lindqvist-hansen",
      ]
    )
    session.press(.enter, .character("a"))
    #expect(session.state.marks(on: "biology-2026a") == 0 && session.state.list.marks.count == 4)
  }

  @Test func `what a run removed is told of nobody any more, before it is read again`() {
    var session = Session.running(60, on: 3)
    session.runToTheEnd()
    session.press(.escape, .character("t"), .character("/"))
    session.type("user-00-000")
    session.press(.enter)
    #expect(session.rows[1].hasPrefix("    user-00-0001@contr.example       0  none"))
    #expect(session.rows[2].contains("user-00-0002@contr.example       1  stack-00"))
    session.press(.down, .down)
    #expect(session.screen.contains("user-00-0002@contr.example stack-00 USER_NAME_NOT_FOUND: User not found in the"))
    session.press(.home, .character("c"), .character(" "))
    #expect(session.messageLine == "user-00-0000@contr.example is on no stack: there is no row to mark.")
    session.press(.character(":"))
    session.type("sort stacks")
    session.press(.enter, .character("S"), .home)
    #expect(session.rows[0].contains("user-00-0002@contr.example"))
  }

  @Test func `a, i and ranges mark all rows of the people`() {
    var session = Self.people()
    session.press(.character("a"))
    #expect(session.state.list.marks.count == 8)
    session.press(.character("i"))
    #expect(session.state.list.marks.isEmpty)
    session.press(.character("v"), .down, .character("v"))
    #expect(session.state.list.marks.count == 3)
  }

  @Test func `d without marks is about the person under the cursor, on all stacks`() {
    var session = Self.people()
    session.press(.character("d"))
    #expect(session.state.plan?.plan.entries.map(\.stackName) == ["biology-2026a", "chemistry-lab"])
  }

  @Test func `they are sorted by the columns that they have`() {
    var session = Self.people()
    session.press(.character("s"))
    #expect(session.messageLine == "Sorted by stacks.")
    #expect(session.rows.first?.contains("cleo.marsh") == true)
    session.press(.character("S"))
    #expect(session.rows.first?.contains("abe.olsen") == true)
    session.press(.character(":"))
    session.type("sort user")
    session.press(.enter)
    #expect(session.messageLine == "There is no column \"user\" to sort by; person, stacks, name, status are there.")
  }

  @Test func `Enter tells everything of a person, with what earlier runs did`() throws {
    let earlier = try EarlierRun.contents(2, on: 1) { EarlierRun.finished($0, failing: [1]) }
    var session = Session.reading(.of(stacks: 1, usersEach: 2), size: .large)
    session.send(.journal(.listed([ListedRun(earlier)])))
    session.press(.character("t"), .enter)
    #expect(session.lines[1].hasPrefix("-- PERSON "))
    #expect(session.screen.contains("stacks          stack-00"))
    #expect(session.screen.contains("run             2026-11-22 13:02Z  stack-00  removed  20261122T130211Z-0b1e"))
  }

  @Test func `earlier runs that were not read are not passed over`() {
    var session = Self.people()
    session.press(.enter)
    #expect(session.screen.contains("run             earlier runs are being read"))
    session.send(.journal(.unlisted("The runs could not be read.")))
    session.press(.escape, .enter)
    #expect(session.screen.contains("run             The runs could not be read."))
  }

  @Test func `rows of a stack come back with it, and Esc leads to the rows`() {
    var session = Self.people()
    session.press(.escape)
    #expect(!session.state.list.view.isByPerson)
    session.press(.character("t"), .tab, .down)
    #expect(!session.state.list.view.isByPerson && session.state.list.stack == "biology-2026a")
  }

  @Test(arguments: [60, 80, 120, 250]) func `two people never look alike, and the cursor's is whole below`(columns: Int)
  {
    var account = SampleAccount()
    let names = (0..<12).map { "anna-maria.van-der-berg-\($0)@a-rather-long-domain-name.students.contr.example" }
    account.stacks = ["biology-2026a": names]
    account.users = names.map { .sample($0, "Anna", "Berg") }
    var session = Session.reading(account, size: Size(rows: 30, columns: columns))
    session.press(.character("t"))
    #expect(Set(session.rows.map { $0.dropFirst(4) }).count == 12)
    session.press(.end)
    #expect(session.lines.suffix(4).joined().contains("berg-9@") || columns < 100)
  }
}

// swift-format-ignore
private let peopleOn80Columns = """
appstream-console  prod-admin 111122223333  eu-west-1    credentials till 14:49Z
All people   8 of 8   1 marked (1 row)
    PERSON ^                             STACKS  ON
    abe.olsen@contr.example                   2  biology-2026a, chemistry-lab
 *~ Ada.Byron@contr.example                   1  biology-2026a
> ~ ada.byron@contr.example                   1  maths-open
    bo.diaz@contr.example                     1  biology-2026a
    chris.okafor@contr.example                1  maths-open
    cleo.marsh@contr.example                  0  none
    dana.weiss@contr.example                  1  chemistry-lab
    emma.lindqvist-hansen@contr.example       1  maths-open











~ ada.byron@contr.example  Ada Byron: another differs only in case
Space mark  t people  m from a list  / filter  d remove  L runs  ? help  q quit
"""
