import AppStream
import FoundationEssentials
import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct SwitchingTests {
  private static let start: [Effect] = [
    .task(.identify(generation: 0)), .task(.readStacks), .task(.readUsers), .task(.listRuns),
  ]
  private static let other = ConsoleContext.sample {
    $0.session = 1
    $0.destination.profileName = "dev"
    $0.destination.region = "us-east-1"
  }

  private func commanded(_ text: String, in start: Session = .reading()) -> Session {
    var session = start
    session.press(.character(":"))
    session.type(text)
    session.press(.enter)
    return session
  }

  private func opened(_ choice: SessionChoice, _ context: ConsoleContext = other, expire: Date? = nil) -> Event {
    .session(.opened(choice, context, .sample(expire: expire)))
  }

  @Test(arguments: [
    ("profile dev", SessionChoice(number: 1, profile: "dev"), "Opening profile dev..."),
    ("region us-east-1", SessionChoice(number: 1, region: "us-east-1"), "Opening Region us-east-1..."),
    ("prof two words", SessionChoice(number: 1, profile: "two words"), "Opening profile two words..."),
  ])
  func `another profile or Region is opened first, and nothing changes until it is`(
    text: String,
    choice: SessionChoice,
    note: String
  ) {
    let before = Session.reading()
    let session = commanded(text, in: before)
    #expect(session.effects == [.session(.open(choice))])
    #expect(session.messageLine == note)
    #expect(session.lines[0] == before.lines[0])
    #expect(session.rows == before.rows)
    #expect(session.lines[23] == "Esc stay here  F1 help")
    var impatient = session
    impatient.press(.character("d"))
    #expect(impatient.effects.isEmpty && impatient.state.opening == choice)
    #expect(impatient.messageLine == "\(note.dropLast(3)): there is nothing to work on yet, Esc stays here.")
  }

  @Test func `everything on the screen is dropped before anything is asked for, and the header is the new one's`() {
    var session = commanded("profile dev")
    let choice = SessionChoice(number: 1, profile: "dev")
    session.send(opened(choice, expire: noon.addingTimeInterval(3600)))
    let reminder = Effect.task(.awaitCredentials(ending: noon.addingTimeInterval(3600), left: 900))
    #expect(session.effects == [.session(.enter(1))] + Self.start + [reminder])
    #expect(session.lines[0].hasPrefix("appstream-console  dev  us-east-1"))
    #expect(session.lines[0].hasSuffix("credentials till 15:02Z"))
    #expect(!session.screen.contains("contr.example"))
    #expect(session.messageLine == "This is profile dev now; everything is read anew.")
    #expect(session.state.estate == Estate() && session.state.list.marks.isEmpty)
    session.readStacks(of: SampleAccount())
    session.read("maths-open", of: SampleAccount())
    #expect(session.rows.count == 3)
  }

  @Test func `the reason, the window and what became of runs stay`() {
    var session = Session.running(60, on: 3, .sample(), .large)
    session.runToTheEnd()
    session.press(.escape, .character("c"))
    session = commanded("reason CHG-9", in: session)
    session = commanded("profile dev", in: session)
    // What failed is marked.
    session.confirm()
    session.send(opened(SessionChoice(number: 1, profile: "dev")))
    #expect(session.state.reason == "CHG-9")
    #expect(session.state.size == .large)
    #expect(session.state.farewell().first?.text.hasPrefix("Run \(runID): 57 removed, 3 failed") == true)
  }

  @Test func `marks are asked about, and kept unless they are given up`() {
    var marked = Session.reading()
    marked.press(.character("a"))
    marked = commanded("region us-east-1", in: marked)
    // What was typed before the question could be seen was meant for something else.
    #expect(marked.effects == [.terminal(.awaitSight(1))])
    let question = "8 rows are marked, and marks are not kept when the console goes to Region us-east-1."
    #expect(marked.lines.joined(separator: " ").contains(question))
    #expect(marked.messageLine == "Type  drop marks  and Enter:")
    var kept = marked
    kept.press(.escape)
    #expect(kept.effects.isEmpty && kept.state.list.marks.count == 8 && kept.state.opening == nil)
    #expect(kept.messageLine == "Nothing was changed.")
    marked.confirm()
    #expect(marked.effects == [.session(.open(SessionChoice(number: 1, region: "us-east-1")))])
    #expect(marked.state.list.marks.count == 8)
  }

  @Test(arguments: [Key.escape, .character("q"), .control("c")])
  func `while it is opened only staying is possible, and then what was opened is let go`(key: Key) {
    var session = commanded("profile dev")
    session.press(.character("a"), .character("d"), .enter, .character("x"), .character("y"))
    #expect(session.effects.isEmpty && session.state.list.marks.isEmpty && session.state.plan == nil)
    session.press(key)
    #expect(session.effects == [.session(.abandon(1))])
    #expect(session.messageLine == "Nothing was changed.")
    session.send(opened(SessionChoice(number: 1, profile: "dev")))
    #expect(session.effects == [.session(.abandon(1))])
    #expect(session.lines[0].contains("prod-admin 111122223333  eu-west-1"))
    #expect(!session.rows.isEmpty)
  }

  @Test func `only the session that was asked for last is entered`() {
    var session = commanded("profile dev")
    session.press(.escape)
    session = commanded("profile test", in: session)
    #expect(session.effects == [.session(.open(SessionChoice(number: 2, profile: "test")))])
    session.send(.session(.refused(SessionChoice(number: 1, profile: "dev"), "No.")))
    #expect(session.state.opening?.number == 2)
    session.send(opened(SessionChoice(number: 1, profile: "dev")))
    #expect(session.effects == [.session(.abandon(1))])
  }

  @Test func `what cannot be opened is told, and nothing is lost`() {
    var session = commanded("profile nobody")
    let before = session.rows
    session.send(.session(.refused(SessionChoice(number: 1, profile: "nobody"), "There is no profile \"nobody\".")))
    #expect(session.messageLine == "There is no profile \"nobody\".")
    #expect(session.rows == before)
    session.press(.character("a"))
    #expect(session.state.list.marks.count == 8)
  }

  @Test func `without a name it says which this is`() {
    #expect(commanded("profile").messageLine == "This is profile prod-admin; :profile NAME goes over to another one.")
    #expect(commanded("region").messageLine == "This is Region eu-west-1; :region NAME goes over to another one.")
  }

  @Test(arguments: ["profile dev", "region us-east-1"])
  func `a run, a plan and the demo know no other account`(text: String) {
    var running = Session.running(6, on: 1)
    running.press(.character(":"))
    #expect(running.messageLine == "x stops the run.")
    let planning = commanded(text, in: .planning(60, on: 3))
    #expect(planning.deeds.isEmpty)
    #expect(planning.planStatus.contains("A plan is open: Esc leaves it."))
    let demo = commanded(text, in: .reading(SampleAccount(), .sample { $0.destination.isDemo = true }))
    #expect(demo.effects.isEmpty)
    #expect(demo.messageLine == "The demo has no other profile or Region.")
  }

  @Test func `the prompt completes profiles from the files and Regions that are known`() {
    var session = Session.reading(
      SampleAccount(),
      .sample {
        $0.destination.profileNames = ["dev", "prod-admin", "prod-\u{1B}"]
        $0.regions = ["eu-west-1", "eu-west-2"]
      }
    )
    session.press(.character(":"))
    session.type("pro ")
    #expect(session.lines[21] == "dev  prod-admin  prod-<U+001B>")
    session.type("x")
    #expect(session.lines[21] == "no profile begins so")
    session.press(.escape, .character(":"))
    session.type("reg e")
    session.press(.tab)
    #expect(session.lines[21] == "eu-west-1  eu-west-2")
    #expect(session.lines[22] == ":region eu-west-")
  }
}
