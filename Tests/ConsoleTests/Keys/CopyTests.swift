import PlainText
import Runs
import Screen
import Testing

@testable import Console

/// What `Y` sends to the terminal's clipboard.
@Suite struct CopyTests {
  private func copied(_ session: Session) -> Line? {
    for case .terminal(.copy(let line)) in session.effects { return line }
    return nil
  }

  @Test func `a row of the list goes with its stack`() {
    var session = Session.reading()
    session.press(.down, .character("Y"))
    #expect(copied(session) == "abe.olsen@contr.example\tchemistry-lab")
    session.send(.copied(.sent))
    #expect(session.messageLine.contains("sent to the terminal"))
  }

  @Test func `a person goes with all stacks`() {
    var session = Session.reading()
    session.press(.character("t"), .character("Y"))
    #expect(copied(session) == "abe.olsen@contr.example\tbiology-2026a, chemistry-lab")
  }

  @Test func `a row of a run goes with what became of it, during the run and after`() {
    var session = Scenes.progress(.small)
    session.press(.home, .character("Y"))
    #expect(copied(session)?.text.hasSuffix("\tstack-00\tremoved") == true)
    session = Scenes.summary(.small)
    session.press(.character("Y"))
    #expect(copied(session)?.text.contains("\tfailed ") == true)
    session.press(.escape, .character("n"), .character("Y"))
    #expect(copied(session)?.text.contains("\tfailed ") == true)
  }

  @Test func `a stack goes by its name, and all of them are no row`() {
    var session = Session.reading()
    session.press(.tab, .character("Y"))
    #expect(copied(session) == nil)
    #expect(session.messageLine.contains("no row to copy"))
    session.press(.down, .character("Y"))
    #expect(copied(session) == "biology-2026a")
  }

  @Test func `a run goes with when it was, how it stands and what it did`() throws {
    var session = Session.listing([ListedRun(try EarlierRun.contents())])
    session.press(.character("Y"))
    let parts = try #require(copied(session)).text.split(separator: "\t")
    #expect(parts.prefix(4) == ["20261122T130211Z-0b1e", "2026-11-22 13:02Z", "finished", "remove"])
    #expect(parts.suffix(2) == ["111122223333", "57 removed, 3 failed"])
    session = Session.listing([])
    session.press(.character("Y"))
    #expect(copied(session) == nil)
    #expect(session.messageLine.contains("There is no run here"))
  }

  @Test func `control characters of a name are spelled`() {
    var account = SampleAccount()
    account.stacks["biology-2026a"] = ["a\u{1B}]52;c;eA==\u{7}\n@contr.example"]
    var session = Session.reading(account)
    session.press(.character("/"))
    session.type("stack:biology")
    session.press(.enter, .character("Y"))
    #expect(copied(session)?.text.unicodeScalars.allSatisfy { $0 == "\t" || $0.value >= 0x20 } == true)
  }

  @Test(arguments: [(CopyAnswer.tooLong, "too long"), (.notKnownToTakeIt, "not known to take text")])
  func `what was not sent is said`(answer: CopyAnswer, words: String) {
    var session = Session.reading()
    session.send(.copied(answer))
    #expect(session.messageLine.contains(words))
  }
}
