import AWSClientCore
import AppStream
import Runs
import Screen
import Testing

@testable import Console

/// The people whom no key marks.
@Suite struct KeepingTests {
  private func keeping(_ list: String, _ size: Size = .small) -> Session {
    var session = Session.reading(size: size)
    session.keep(list)
    return session
  }

  @Test func `kept people lose their marks, show k, and taking marks back does not bring theirs again`() {
    var session = Session.reading()
    session.press(.character("a"))
    session.keep("abe.olsen@contr.example\n")
    #expect(session.messageLine == "1 person of keepers.csv kept, 2 marks taken off; :keep ends that.")
    #expect(session.lines[1].contains("8 of 8 shown   6 marked   1 kept"))
    #expect(session.rows[0].hasPrefix(">k  abe.olsen@contr.example"))
    #expect(session.rows[1].hasPrefix(" k  abe.olsen@contr.example"))
    session.press(.character("c"), .character("u"), .character("u"))
    #expect(session.state.list.marks.isEmpty)
    session.press(.character("u"))
    #expect(session.state.list.marks.isEmpty)
  }

  @Test func `Space says why, and a, i and a stack's mark leave them out and say how many`() {
    var session = keeping("abe.olsen@contr.example\n", .large)
    session.press(.character(" "))
    #expect(
      session.messageLine == "abe.olsen@contr.example is kept (keepers.csv): no key marks it; :keep ends that."
    )
    session.press(.character("a"))
    #expect(session.messageLine == "6 rows marked; 2 rows of kept people left out.")
    session.press(.character("i"))
    #expect(session.messageLine == "0 rows marked, 6 unmarked; 2 rows of kept people left out.")
    session.press(.tab, .down, .character(" "))
    #expect(session.messageLine == "2 rows marked; 1 row of kept people left out.")
    session.press(.character(" "))
    #expect(session.messageLine == "2 rows unmarked; 1 row of kept people left out.")
  }

  @Test func `a range and the list of people leave kept people out too, and show k`() {
    var session = keeping("abe.olsen@contr.example\n")
    session.press(.character("v"), .down, .down, .character("v"))
    #expect(session.messageLine == "1 row marked; 2 rows of kept people left out.")
    session.press(.character("c"), .character("t"), .home)
    #expect(session.rows[0].hasPrefix(">k  abe.olsen@contr.example"))
    session.press(.character(" "))
    #expect(session.state.list.marks.isEmpty)
    #expect(session.messageLine.hasPrefix("abe.olsen@contr.example is kept"))
    session.press(.character("a"))
    #expect(session.state.list.marks.count == 6)
    #expect(session.lines[1].contains("6 marked (6 rows)   1 kept"))
  }

  @Test func `whoever looks like somebody kept is kept too, also when read later`() {
    var account = SampleAccount()
    account.users = []
    var session = Session.reading(account)
    session.keep("Ada.Byron@contr.example\n")
    #expect(session.lines[1].contains("2 kept"))
    account.stacks["chemistry-lab"]?.append(contentsOf: ["ADA.byron@contr.example", "Ada.Byron@contr.example"])
    session.press(.character("r"))
    session.read("chemistry-lab", of: account)
    #expect(session.lines[1].contains("3 kept"))
    session.press(.character("a"))
    for row in session.state.list.marks.rows.associations(in: session.table) {
      #expect(row.userName.lowercased() != "ada.byron@contr.example")
    }
  }

  @Test func `one who is in another case only is kept, and an address that nobody or two have keeps nobody`() {
    var session = keeping("BO.DIAZ@contr.example\n")
    #expect(session.lines[1].contains("1 kept"))
    session.press(.character(" "))
    session.keep("abe.olsen@contr.example\nADA.BYRON@contr.example\nchris.okafo@contr.example\n")
    #expect(session.lines[1].contains("1 kept"))
    let text = session.screen.replacing("\n", with: " ")
    #expect(text.contains("keepers.csv, line 2: ADA.BYRON@contr.example may be Ada.Byron@contr.example or"))
    let third = "keepers.csv, line 3: chris.okafo@contr.example is nobody (near chris.okafor@contr.example)."
    #expect(text.contains(third))
    #expect(text.contains("Nobody of the list is kept"))
    #expect(session.state.list.marks.count == 1)
  }

  @Test func `while more is read, people to keep are awaited, and kept as soon as all are found`() {
    let account = SampleAccount()
    var session = Session()
    session.send(.started)
    session.readStacks(of: account)
    session.read("biology-2026a", of: account)
    session.keep("abe.olsen@contr.example\nemma.lindqvist-hansen@contr.example\n")
    #expect(session.lines[1].hasPrefix("-- PEOPLE TO KEEP FROM keepers.csv --"))
    #expect(session.lines[2] == "1 of 2 addresses not found yet: nobody is kept so far.")
    #expect(session.messageLine == "1 of 3 stacks read so far; the user pool is still being read")
    #expect(session.lines[23] == "? help  Esc back")
    session.press(.enter)
    #expect(session.messageLine == "The people are kept as soon as all are found, without a key.")
    #expect(session.state.kept.isEmpty)
    session.read("chemistry-lab", of: account)
    session.answerPeople()
    #expect(session.state.kept.isEmpty)
    session.read("maths-open", of: account)
    session.answerPeople()
    session.readUsers(account.users + [.sample("emma.lindqvist-hansen@contr.example", "Emma", "L")])
    session.answerPeople()
    #expect(session.state.screen == .list)
    #expect(session.messageLine == "2 people of keepers.csv kept; :keep ends that.")
  }

  @Test func `once reading has ended, what was not read is said to be so, and nobody to be nobody`() {
    let account = SampleAccount()
    var session = Session()
    session.send(.started)
    session.readStacks(of: account)
    session.readUsers(account.users)
    session.read("biology-2026a", of: account)
    session.read("chemistry-lab", of: account)
    session.keep("who@else.example\n")
    #expect(session.state.screen == .people)
    session.read("maths-open", of: account, failure: .refusal("InternalError"))
    session.answerPeople()
    #expect(session.state.kept.isEmpty)
    let text = session.screen.replacing("\n", with: " ")
    #expect(text.contains("Nobody of the list is kept. 2 of 3 stacks read, so they may be there all the same"))
  }

  @Test func `the line of the cursor and the details say who is kept`() {
    var session = keeping("abe.olsen@contr.example\n")
    session.press(.home)
    #expect(session.lines[22].hasPrefix("abe.olsen@contr.example  biology-2026a"))
    #expect(session.lines[22].hasSuffix("  kept"))
    session.press(.enter)
    let fact = "kept            by keepers.csv: no key marks the rows; :keep ends that"
    #expect(session.screen.contains(fact))
    session.press(.escape, .character("t"), .home)
    #expect(session.lines[22].hasSuffix(" kept"))
    session.press(.enter)
    #expect(session.screen.contains(fact))
  }

  @Test func `a plan that was opened while the list was read is left`() {
    var session = Session.planning(6, on: 1)
    let first = session.state.plan?.plan.entries.first?.userName ?? ""
    session.state.keep(KeptPeople(["who@else.example"], from: "others.csv", in: session.table.userNames))
    #expect(session.state.plan != nil)
    session.state.keep(KeptPeople([first], from: "keepers.csv", in: session.table.userNames))
    #expect(session.state.plan == nil)
    #expect(session.messageLine.contains("1 mark taken off, the plan left; :keep ends that."))
  }

  @Test func `lists of people to keep unite, and keep with nothing ends them all`() {
    var session = keeping("abe.olsen@contr.example\n")
    session.keep("bo.diaz@contr.example\n")
    #expect(session.messageLine == "1 person of keepers.csv kept, 2 with those before; :keep ends that.")
    #expect(session.lines[1].contains("2 kept"))
    session.command("keep")
    #expect(session.messageLine == "2 people are not kept any more, and not marked either.")
    #expect(!session.lines[1].contains("kept"))
    session.press(.character("a"))
    #expect(session.state.list.marks.count == 8)
    session.command("keep")
    #expect(session.messageLine == "Nobody is kept: :keep FILE keeps the people of a list.")
    session.keep("# nobody\n")
    #expect(session.screen.contains("keepers.csv names nobody to keep."))
  }

  @Test func `the people of a list who are kept are not taken`() {
    var session = keeping("abe.olsen@contr.example\n")
    session.report(on: "abe.olsen@contr.example\nABE.OLSEN@contr.example\nbo.diaz@contr.example\n")
    #expect(session.screen.contains(" 1 is kept: not taken"))
    #expect(session.screen.contains("is abe.olsen@contr.example: kept, not taken"))
    #expect(session.lines[23] == "Enter marks 1 row  w writes the 2  ? help  Esc back")
    session.press(.enter)
    #expect(session.messageLine == "1 row of 1 person marked; 2 of the list not taken (u takes the marks back).")
    #expect(session.state.list.marks.count == 1)
  }

  @Test func `no plan is opened with somebody who is kept`() {
    var session = keeping("abe.olsen@contr.example\n")
    session.press(.character("d"))
    #expect(session.state.plan == nil)
    #expect(session.screen.contains("abe.olsen@contr.example would be removed, and is kept (keepers.csv)"))
    session.press(.character("a"), .character("d"))
    #expect(session.state.plan?.plan.entries.count == 6)
    #expect(session.state.plan?.plan.entries.contains { $0.userName == "abe.olsen@contr.example" } == false)
  }

  @Test func `a retry leaves kept people out, and says so`() throws {
    var session = Session.running(60, on: 3)
    session.runToTheEnd()
    let failed = try #require(session.state.run?.machine.entries.filter { $0.outcome == .failed })
    let first = try #require(failed.first)
    session.press(.escape)
    session.keep(first.association.userName + "\n")
    let retried = session.state.withoutKept(FollowUp.retry(of: try #require(session.state.endings.last?.machine)))
    #expect(retried.entries.count == failed.count - 1)
    #expect(!retried.entries.contains(first.association))
  }

  @Test func `going elsewhere asks before people are not kept any more`() {
    var session = keeping("abe.olsen@contr.example\n")
    session.command("region us-east-1")
    let text = session.screen.replacing("\n", with: " ")
    #expect(text.contains("1 person is kept, and nobody is any more when the console goes to Region us-east-1."))
    session.press(.escape)
    #expect(session.lines[1].contains("1 kept"))
  }

  @Test func `credentials of another account drop the rows, and keep who is kept`() {
    let account = SampleAccount()
    var session = keeping("abe.olsen@contr.example\n")
    session.send(.credentialsFound(.sample("AKIASAMPLE0000000002")))
    session.identify(CallerIdentity(account: "999988887777", arn: "arn:x", userID: "x"))
    session.readStacks(of: account)
    for stack in account.stackNames { session.read(stack, of: account) }
    session.readUsers(account.users)
    #expect(session.lines[1].contains("1 kept"))
    session.press(.character("a"))
    #expect(session.state.list.marks.count == 6)
  }
}
