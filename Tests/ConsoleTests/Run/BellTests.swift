import PlainText
import Runs
import Screen
import Testing

@testable import Console

/// When the bell is rung, where that is wished for.
@Suite struct BellTests {
  private func rings(_ session: Session) -> Int { session.effects.count { $0 == .terminal(.ring) } }

  @Test func `the end of a run rings once`() throws {
    var session = Session.running(60, on: 3)
    session.sendBatch(1, 0..<25)
    #expect(rings(session) == 0)
    session.record(.finished(try #require(session.state.run?.machine.counts)))
    #expect(rings(session) == 1)
    session.send(.runEnded(runID, journalHash: "1f3c9a0b7d2e55aa", problem: nil))
    #expect(rings(session) == 0)
  }

  @Test func `a pause rings unless somebody asked for it`() {
    var session = Session.running(60, on: 3)
    session.record(.paused(reason: "ExpiredTokenException: The security token included in the request is expired"))
    #expect(rings(session) == 1)
    session = Session.running(60, on: 3)
    session.press(.character("p"))
    session.record(.paused(reason: PauseCause.operatorAsked.text))
    #expect(rings(session) == 0)
  }

  @Test func `the window's title names the profile, and nothing in it is a control`() {
    #expect(Session.reading().state.windowTitle == "appstream-console prod-admin")
    let unnamed = Session(.sample { $0.destination.profileName = nil })
    #expect(unnamed.state.windowTitle == "appstream-console credentials: environment")
    let hostile = Session(.sample { $0.destination.profileName = "a\u{7}\u{1B}]52;c;eA==\u{9C}" })
    #expect(hostile.state.windowTitle.text.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) })
    let long = Session(.sample { $0.destination.profileName = String(repeating: "x", count: 500) })
    #expect(long.state.windowTitle.text.count == 80)
    let ascii = ConsoleContext.sample { context in
      context.destination.profileName = "büro"
      context.isASCII = true
    }
    #expect(Session(ascii).state.windowTitle == "appstream-console b<U+00FC>ro")
  }
}
