import AppStream
import PlainText
import Runs
import Screen
import Testing

@testable import Console

/// Rows of the people of a plan that are not in it.
@Suite struct OtherRowsTests {
  /// Abe's row on biology is marked, not that on chemistry.
  private static func planning() -> Session {
    var session = Session.reading()
    session.press(.character(" "), .character("d"))
    session.check()
    return session
  }

  private func users(_ session: Session) -> [String] {
    (session.state.plan?.plan.entries ?? []).map { "\($0.userName) \($0.stackName)" }
  }

  @Test func `they are counted before all that could be read later`() {
    let session = Self.planning()
    #expect(
      session.state.plan?.warnings.first?.text.text == "1 more row of these people is not in this plan: + adds it"
    )
    #expect(session.promptLine == "Type  1 from 1  and Enter:")
  }

  @Test func `+ adds them, which is checked and confirmed anew`() {
    var session = Self.planning()
    session.press(.character("+"))
    #expect(session.state.plan?.check == nil && session.state.plan?.entry == nil)
    #expect(session.planStatus.hasPrefix("-- 1 row of these people is added: the plan is checked anew. --"))
    #expect(session.state.plan.map { session.effects == [.task(.check($0.plan))] } == true)
    session.check()
    #expect(session.promptLine == "Type  2 from 2  and Enter:")
    #expect(session.screen.contains("! 1 row of these people is added: + leaves it out"))
    session.confirm()
    #expect(session.startedRun?.plan.entries.map(\.stackName) == ["biology-2026a", "chemistry-lab"])
  }

  @Test func `+ once more leaves them out again`() {
    var session = Self.planning()
    let before = users(session)
    session.press(.character("+"), .character("+"))
    #expect(users(session) == before)
    #expect(session.planStatus.contains("1 row of these people is left out again: the plan is checked anew."))
  }

  @Test func `a check of the plan without them says nothing of the plan with them`() {
    var session = Self.planning()
    let old = session.state.plan?.plan
    session.press(.character("+"))
    if let old { session.send(.checked(Check(of: old, at: noon), of: old)) }
    #expect(session.state.plan?.check == nil)
  }

  @Test func `hidden marks and other rows are added in any order, each once`() {
    var session = Session.reading()
    session.press(.character(" "), .end, .character(" "), .character("/"))
    session.type("biology")
    session.press(.enter, .character("a"), .character("u"), .character("d"))
    #expect(session.state.plan?.hidden.count == 1)
    let without = users(session)
    session.press(.character("+"), .character("H"))
    let both = users(session)
    #expect(both.count == without.count + 2 && Set(both).count == both.count)
    session.press(.character("+"), .character("H"))
    #expect(users(session) == without)
    session.press(.character("H"), .character("+"))
    #expect(users(session) == both)
  }

  @Test func `a hidden mark of the same people is one of their rows, and not left out once they are added`() {
    var session = Session.reading()
    session.press(.character("/"))
    session.type("abe")
    session.press(.enter, .character("a"), .character("/"), .control("u"))
    session.type("biology")
    session.press(.enter, .character("d"))
    #expect(session.screen.contains("! 1 hidden mark is left out: H includes it"))
    session.press(.character("+"))
    #expect(!session.screen.contains("hidden mark"))
    #expect(users(session).count == 2)
  }

  @Test func `rows that come later are counted too`() {
    let account = SampleAccount()
    var session = Session()
    session.send(.credentialsFound(.sample(at: noon)))
    session.send(.started)
    session.identify(keller)
    session.readStacks(of: account)
    session.read("biology-2026a", of: account)
    session.press(.character("l"), .character(" "), .character("d"))
    #expect(session.state.plan?.missing.isEmpty == true)
    #expect(session.screen.contains("! chemistry-lab, maths-open not fully read: may hold more of these people"))
    session.press(.character("+"))
    #expect(session.planStatus.contains("All rows of these people that were read are in the plan."))
    session.read("chemistry-lab", of: account)
    #expect(session.screen.contains("! 1 more row of these people is not in this plan: + adds it"))
    #expect(session.screen.contains("! maths-open not fully read: may hold more of these people"))
  }

  @Test func `where there are none, or an earlier run says what is planned, + says why it does nothing`() throws {
    var session = Session.planning(6, on: 2)
    let plan = session.state.plan
    session.press(.character("+"))
    #expect(session.state.plan == plan)
    #expect(session.planStatus.contains("All rows of these people are in the plan."))
    let contents = try EarlierRun.contents(60, on: 3) { EarlierRun.finished($0, failing: [2]) }
    session = .listing([ListedRun(contents)])
    session.press(.character("R"))
    session.answerReading(ListedRun(contents))
    session.press(.character("+"))
    #expect(session.planStatus.contains("What is planned here is what an earlier run says: no row can be added."))
  }
}
