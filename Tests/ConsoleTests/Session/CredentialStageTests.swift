import FoundationEssentials
import PlainText
import Screen
import Testing

@testable import Console

@Suite struct CredentialStageTests {
  private let end = noon.addingTimeInterval(3600)

  private func header(_ session: Session) -> String {
    String((session.lines[0].split(separator: "  ").last ?? "").drop { $0 == " " })
  }

  @Test(arguments: [
    (900.0, CredentialStage.long), (899.9, .short), (300, .short), (299, .ending), (0.1, .ending), (0, .ending),
    (-0.1, .ended), (-9999, .ended),
  ])
  func `a stage is what is left`(seconds: Double, stage: CredentialStage) {
    #expect(CredentialStage(secondsLeft: seconds) == stage)
  }

  @Test func `the header changes with 15 and 5 minutes left, and at the end, and newer credentials are tried for`() {
    var session = Session.reading()
    session.send(.credentialsFound(.sample("ASIASAMPLE0000000002", expire: end)))
    #expect(session.effects == [.task(.awaitCredentials(ending: end, left: 900)), .task(.identify(generation: 1))])
    #expect(header(session) == "credentials till 15:02Z")
    session.send(.credentialsRunOut(ending: end, at: end.addingTimeInterval(-899)))
    #expect(session.effects == [.task(.renewCredentials), .task(.awaitCredentials(ending: end, left: 300))])
    #expect(header(session) == "credentials till 15:02Z, < 15 min")
    session.send(.credentialsRunOut(ending: end, at: end.addingTimeInterval(-299)))
    #expect(session.effects == [.task(.renewCredentials), .task(.awaitCredentials(ending: end, left: 0))])
    #expect(header(session) == "CREDENTIALS TILL 15:02Z, < 5 MIN")
    session.send(.credentialsUnavailable("No newer credentials: log in."))
    #expect(session.messageLine == "No newer credentials: log in.")
    session.send(.credentialsRunOut(ending: end, at: end.addingTimeInterval(1)))
    #expect(session.effects.isEmpty)
    #expect(header(session) == "CREDENTIALS ENDED 15:02Z")
  }

  @Test func `newer credentials begin anew, and what was to be told of the old ones is told to nobody`() {
    var session = Session.reading()
    let later = end.addingTimeInterval(3600)
    session.send(.credentialsFound(.sample(expire: later, at: end.addingTimeInterval(-600))))
    #expect(session.effects.first == .task(.awaitCredentials(ending: later, left: 900)))
    #expect(header(session) == "credentials till 16:02Z")
    session.send(.credentialsRunOut(ending: noon.addingTimeInterval(47 * 60), at: end))
    #expect(session.effects.isEmpty)
    #expect(header(session) == "credentials till 16:02Z")
  }

  @Test func `the same keys found again are not told of twice`() {
    var session = Session.reading()
    session.send(.credentialsFound(.sample(expire: noon.addingTimeInterval(47 * 60))))
    #expect(session.effects.isEmpty)
  }

  @Test func `credentials that have little left from the start are said to`() {
    var session = Session()
    session.send(.credentialsFound(.sample(expire: noon.addingTimeInterval(600))))
    #expect(session.effects == [.task(.awaitCredentials(ending: noon.addingTimeInterval(600), left: 300))])
    #expect(header(session) == "credentials till 14:12Z, < 15 min")
  }
}
