import Algorithms
import FoundationEssentials
import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct PauseTests {
  private func paused(_ size: Size = .small) -> Session {
    var session = Session.running(60, on: 3, .sample(), size)
    session.sendBatch(1, 0..<25)
    session.record(.paused(reason: "ExpiredTokenException: The security token included in the request is expired"))
    return session
  }

  @Test(arguments: [Size.small, .large, Size(rows: 15, columns: 60)])
  func `a pause says what is wrong, what to do and what happens then, all of it`(size: Size) {
    let text = paused(size).lines.map { $0.trimmingSuffix { $0 == " " } }.joined(separator: " ")
    #expect(
      text.contains(
        "paused: the credentials are refused (ExpiredTokenException) - renew them in another shell, "
          + "the run goes on by itself; x stops it"
      )
    )
  }

  @Test func `a pause names what begins the session anew`() {
    var session = paused()
    session.state.context.destination.loginCommand = "aws sso login --profile ops"
    #expect(
      session.lines.map { $0.trimmingSuffix { $0 == " " } }.joined(separator: " ").contains(
        "- run \"aws sso login --profile ops\" in another shell, the run goes on by itself; x stops it"
      )
    )
  }

  @Test func `in a pause r looks for keys at once, and the footer says so`() {
    var session = paused()
    #expect(session.lines[23].hasPrefix("r look for credentials"))
    session.press(.character("r"))
    #expect(session.effects == [.task(.renewCredentials)])
    session.send(.credentialsUnavailable("Profile ops has none: run \"aws sso login --profile ops\"."))
    #expect(session.screen.contains("run \"aws sso login --profile ops\"."))
    session.sendBatch(2, 25..<50)
    session.press(.character("r"))
    #expect(session.effects.isEmpty)
  }

  @Test func `keys are looked for once until there is an answer`() {
    var session = paused()
    session.press(.character("r"), .character("r"))
    #expect(session.effects == [.task(.renewCredentials)])
    session.send(.credentialsUsable)
    session.press(.character("r"))
    #expect(session.effects == [.task(.renewCredentials)])
  }

  @Test func `it is said whatever was said before`() {
    var session = Session.running(60, on: 3)
    session.send(.credentialsUnavailable("There are no newer credentials."))
    session.record(.paused(reason: "ExpiredTokenException: expired"))
    #expect(session.screen.contains("paused: the credentials are refused (ExpiredTokenException)"))
  }

  @Test func `it ends with the next call, and its time does not count as the service's`() {
    var session = paused()
    session.now = session.now.addingTimeInterval(600)
    session.sendBatch(2, 25..<50)
    session.sendBatch(3, 50..<60)
    #expect(!session.screen.contains("paused"))
    #expect(session.stateLine.hasPrefix("1.3 calls/s"))
  }

  @Test func `a paused run is neither suspended nor left, and x stops it`() {
    var session = paused()
    session.press(.control("z"), .character("q"), .escape)
    #expect(session.effects.isEmpty)
    #expect(session.state.screen == .run)
    session.press(.character("x"))
    #expect(session.effects == [.run(.stop(reason: "stopped by the operator"))])
  }

  @Test func `p holds the run at once and says so, and p again lets it go on`() {
    var session = Session.running(60, on: 3)
    session.sendBatch(1, 0..<25)
    #expect(session.lines[23].contains("p pause  x stop"))
    session.press(.character("p"))
    #expect(session.effects == [.run(.pause)])
    #expect(session.stateLine == "paused: nothing is sent or read; p goes on, x stops the run")
    #expect(session.lines[23].contains("p go on  x stop"))
    session.record(.paused(reason: PauseCause.operatorAsked.text))
    session.readBack("stack-00")
    #expect(session.stateLine == "paused: nothing is sent or read; p goes on, x stops the run")
    session.press(.character("p"))
    #expect(session.effects == [.run(.goOn)])
    #expect(session.messageLine == "Going on; after a minute or more, what is left is checked first.")
    session.press(.down)
    #expect(!session.screen.contains("paused"))
    session.sendBatch(2, 25..<50)
    #expect(session.lines[23].contains("p pause"))
  }

  @Test(arguments: [Size.small, .large, Size(rows: 15, columns: 60)])
  func `a pause that the check after it made longer says why, all of it, and p tries again`(size: Size) {
    var session = Session.running(60, on: 3, .sample(), size)
    session.press(.character("p"))
    session.record(.paused(reason: PauseCause.operatorAsked.text))
    session.press(.character("p"))
    session.record(.paused(reason: PauseCause.checkFailed("stack-01 could not be read").text))
    let text = session.lines.map { $0.trimmingSuffix { $0 == " " } }.joined(separator: " ")
    #expect(
      text.contains(
        "paused: the check after the pause failed, stack-01 could not be read - p tries again, x stops the run"
      )
    )
    session.press(.character("p"))
    #expect(session.effects == [.run(.goOn)])
  }

  @Test func `x stops a run that p has paused, and p does nothing then`() {
    var session = Session.running(60, on: 3)
    session.press(.character("p"), .character("x"))
    #expect(session.effects == [.run(.pause), .run(.stop(reason: "stopped by the operator"))])
    #expect(session.stateLine.hasPrefix("stopping: nothing more is sent"))
    session.press(.character("p"))
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "The run is stopping.")
    session.record(.stopping(reason: "stopped by the operator"))
    session.finish()
    session.press(.character("p"))
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "The run is over.")
  }

  @Test func `the operator's pause and that of refused credentials hold by themselves`() {
    var session = paused()
    session.press(.character("p"))
    #expect(session.effects == [.run(.pause)])
    session.record(.paused(reason: PauseCause.operatorAsked.text))
    session.press(.character("p"))
    session.record(.paused(reason: "ExpiredTokenException: expired"))
    session.press(.down)
    #expect(session.screen.contains("paused: the credentials are refused (ExpiredTokenException)"))
    #expect(session.lines[23].hasPrefix("r look for credentials"))
  }

  @Test(arguments: [60, 72, 80, 120])
  func `the footer of a run always says how to stop it and where the help is`(columns: Int) {
    let size = Size(rows: 24, columns: columns)
    for session in [paused(size), Session.running(60, on: 3, .sample(), size)] {
      #expect(session.lines[23].contains("x stop") && session.lines[23].contains("? help"))
    }
  }

  @Test func `after a stop the screen says why, until something else has to be said`() {
    var session = paused()
    session.record(.stopping(reason: "the credentials are now of account 999988887777, and the run is about another"))
    session.readBack("stack-00")
    session.readBack("stack-01", present: Set(25..<40))
    session.finish()
    #expect(session.screen.contains("Stopped: the credentials are now of account 999988887777"))
  }

  @Test func `a long time left is told in minutes`() {
    var session = Session.running(5000, on: 2)
    session.sendBatch(1, 0..<25)
    session.now = session.now.addingTimeInterval(10)
    session.sendBatch(2, 25..<50)
    #expect(session.stateLine == "0.2 calls/s   about 20 min left")
  }

  @Test func `the pace is that of the last calls, not of the first`() {
    var meter = CallMeter()
    for call in 0..<100 { meter.noteAnswer(at: noon.addingTimeInterval(Double(call) * 0.1)) }
    for call in 1...20 { meter.noteAnswer(at: noon.addingTimeInterval(10 + Double(call) * 2)) }
    #expect(meter.callsPerSecond.map { ($0 * 10).rounded() } == 5)
  }
}
