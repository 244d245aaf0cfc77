import AppStream
import FoundationEssentials
import Runs
import Screen
import Testing

@testable import Console

@Suite struct HostileTextTests {
  /// Escape sequences, bidirectional controls, line breaks, C1 controls and zero-width signs.
  private static let poison = "a\u{1B}]0;x\u{7}\u{202E}b\n\u{9B}2J\u{200B}c"

  private func hostile() -> Session {
    let poison = Self.poison
    var account = SampleAccount()
    account.stacks = ["stack\(poison)": ["user\(poison)@contr.example"]]
    account.users = [
      User(userName: "user\(poison)@contr.example", status: "ODD\(poison)", firstName: poison, lastName: poison)
    ]
    let context = ConsoleContext.sample {
      $0.destination.profileName = poison
      $0.destination.region = poison
      $0.destination.endpoint = poison
      $0.destination.isEndpointCustom = true
      $0.reason = poison
      $0.origin.loginName = poison
      $0.origin.host = poison
    }
    return Session.reading(account, context, size: Size(rows: 40, columns: 200))
  }

  private func expectClean(_ session: Session) {
    let frame = render(session.state)
    for line in frame.lines {
      for scalar in line.unicodeScalars {
        #expect(scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
      }
    }
  }

  @Test func `text from the service and the environment is shown with marks for what cannot be seen`() {
    let session = hostile()
    expectClean(session)
    #expect(session.screen.contains("<U+001B>]0;x<U+0007><U+202E>b<U+000A><U+009B>2J<U+200B>c"))
  }

  @Test func `no screen shows it otherwise`() {
    var session = hostile()
    session.press(.enter)
    expectClean(session)
    #expect(session.screen.contains("<U+202E>"))
    session.press(.escape, .tab, .down)
    expectClean(session)
    session.press(.tab, .character("/"))
    session.type("\u{202E}\u{1B}")
    expectClean(session)
    session.press(.escape, .character("d"))
    expectClean(session)
    session.check { $0.fail(0, .refusal("Odd\(Self.poison)")) }
    expectClean(session)
    #expect(session.screen.contains("Odd") && session.screen.contains("<U+202E>"))
    session.press(.character("r"))
    session.check()
    session.confirm()
    session.sendBatch(1, 0..<1, errors: [0: ("CODE\(Self.poison)", "message\(Self.poison)")])
    session.readBack("stack\(Self.poison)", present: [0])
    session.finish()
    expectClean(session)
    #expect(session.screen.contains("failed CODEa<U+001B>"))
    session.press(.enter)
    expectClean(session)
  }

  @Test func `a failed reading's words are cleaned too`() {
    var session = Session()
    session.send(.estate(.stackListStarted))
    session.send(.estate(.stackListEnded(.refusal("Code\(Self.poison)", "DescribeStacks"), at: noon)))
    expectClean(session)
    #expect(session.screen.contains("<U+202E>"))
  }
}
