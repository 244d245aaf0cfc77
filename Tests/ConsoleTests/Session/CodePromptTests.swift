import PlainText
import Screen
import Testing

@testable import Console

@Suite struct CodePromptTests {
  private static let serial = "arn:aws:iam::111122223333:mfa/ana"
  private let request = CodeRequest(id: 7, serial: serial, session: 0)

  private func asked(in start: Session = .reading()) -> Session {
    var session = start
    session.send(.codeNeeded(request))
    return session
  }

  @Test func `a code is asked for by its device, typed as asterisks, and given`() {
    var session = asked()
    #expect(session.effects == [.terminal(.awaitSight(1))])
    #expect(session.lines[21] == "The credentials need a code of MFA device \(Self.serial).")
    session.type("1a2q3 456")
    session.press(.backspace)
    session.type("6")
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "Code: ******")
    #expect(render(session.state).caret == Position(row: 22, column: 12))
    #expect(session.lines[23] == "Enter give the code  Esc give none  F1 help")
    #expect(!"\(session.state)".contains("123456"))
    session.press(.enter)
    #expect(session.effects == [.session(.answerCode(request, Secret("123456")))])
    #expect(session.state.screen == .list && session.state.codeRequests.isEmpty)
  }

  @Test func `a code that cannot be whole is not given, and can be pasted`() {
    var session = asked()
    session.type("12345")
    session.press(.enter)
    #expect(session.effects.isEmpty)
    #expect(session.lines[21] == "A code of MFA device \(Self.serial) has at least 6 digits.")
    session.press(.backspace, .backspace, .backspace, .backspace, .backspace, .paste(" 654 321\n"), .enter)
    #expect(session.effects == [.session(.answerCode(request, Secret("654321")))])
  }

  @Test func `a key that is no part of a code says so`() {
    var session = asked()
    session.type("12o")
    #expect(session.lines[21] == "A code of MFA device \(Self.serial) has digits only.")
    #expect(session.messageLine == "Code: **")
    session.type("3")
    #expect(session.lines[21] == "The credentials need a code of MFA device \(Self.serial).")
  }

  @Test func `the run behind it can be stopped, and no code is given then`() {
    var session = asked(in: .running(60, on: 3))
    #expect(session.lines[23] == "Enter give the code  Esc give none  x stop  F1 help")
    session.press(.character("x"))
    #expect(session.effects == [.session(.answerCode(request, nil)), .run(.stop(reason: "stopped by the operator"))])
    #expect(session.state.screen == .run)
    #expect(session.screen.contains("stopping: nothing more is sent"))
  }

  @Test(arguments: [Key.escape, .control("c")])
  func `none is given once, and asked for again when the service is asked for something`(key: Key) {
    var session = asked()
    session.press(key)
    #expect(session.effects == [.session(.answerCode(request, nil))])
    #expect(session.messageLine == "No code was given; it is asked for again with the next r or d that needs it.")
    let second = CodeRequest(id: 8, serial: Self.serial, session: 0)
    session.press(.down)
    session.send(.codeNeeded(second))
    #expect(session.effects == [.session(.answerCode(second, nil))])
    session.press(.character("r"))
    session.send(.codeNeeded(CodeRequest(id: 9, serial: Self.serial, session: 0)))
    #expect(session.state.screen == .codePrompt)
  }

  @Test func `it waits until nothing else is being typed`() {
    var filtering = Session.reading()
    filtering.press(.character("/"))
    var commanding = Session.reading()
    commanding.press(.character(":"))
    var confirming = Session.planning(60, on: 3)
    confirming.type("60 fr")
    for (start, keys) in [(filtering, [Key.enter]), (commanding, [.escape]), (confirming, [.escape])] {
      var session = asked(in: start)
      #expect(session.state.screen == start.state.screen)
      #expect(session.effects.isEmpty)
      for key in keys { session.press(key) }
      #expect(session.state.screen == .codePrompt)
      #expect(session.effects.last == .terminal(.awaitSight(session.state.sight.number)))
    }
  }

  @Test func `a phrase that was typed is still there after a code, and a run goes on behind it`() {
    var session = asked(in: .planning(60, on: 3))
    session.type("123456")
    session.press(.enter)
    #expect(session.state.screen == .plan && session.state.plan?.typed == "")
    session = asked(in: .running(60, on: 3))
    session.sendBatch(1, 0..<25)
    #expect(session.state.screen == .codePrompt)
    #expect(session.screen.contains("sent"))
    session.press(.escape)
    #expect(session.state.screen == .run && session.state.isRunning)
  }

  @Test func `a session that is being opened asks too, and staying gives none`() {
    var session = Session.reading()
    session.press(.character(":"))
    session.type("profile dev")
    session.press(.enter)
    let own = CodeRequest(id: 1, serial: Self.serial, session: 1)
    session.send(.codeNeeded(own))
    #expect(session.state.screen == .codePrompt)
    var given = session
    given.type("123456")
    given.press(.enter)
    #expect(given.effects == [.session(.answerCode(own, Secret("123456")))])
    #expect(given.state.screen == .opening)
    session.press(.escape)
    #expect(session.effects == [.session(.answerCode(own, nil))])
    #expect(session.state.screen == .opening)
    session.press(.escape)
    #expect(session.effects == [.session(.abandon(1))])
  }

  @Test func `what no session of the console's needs is given to nobody`() {
    var session = Session.reading()
    let stale = CodeRequest(id: 1, serial: Self.serial, session: 5)
    session.send(.codeNeeded(stale))
    #expect(session.effects == [.session(.answerCode(stale, nil))])
    #expect(session.state.screen == .list)
  }

  @Test func `going over to another session leaves no request behind`() {
    var session = Session.reading()
    session.press(.character(":"))
    session.type("profile dev")
    session.press(.enter)
    session.send(.codeNeeded(request))
    let context = ConsoleContext.sample { $0.session = 1 }
    session.send(.session(.opened(SessionChoice(number: 1, profile: "dev"), context, .sample())))
    #expect(session.effects.prefix(2) == [.session(.answerCode(request, nil)), .session(.enter(1))])
    #expect(session.state.screen == .list)
  }
}
