import AWSClientCore
import AppStream
import FoundationEssentials
import Runs
import Screen
import Testing

@testable import Console

/// Credentials that turn out to be another account's while the console is open.
@Suite struct OtherAccountTests {
  private static let otherID = "ASIASAMPLE0000000002"

  private let other = CallerIdentity(account: "999988887777", arn: "arn:x", userID: "x")

  @Test func `keys in place of others are asked whose they are, and the same ones again are not`() {
    var session = Session()
    session.send(.credentialsFound(.sample()))
    #expect(session.effects.isEmpty)
    session = .reading()
    session.send(.credentialsFound(.sample(Self.otherID)))
    #expect(session.effects == [.task(.identify(generation: 1))])
    session.identify(keller)
    session.send(.credentialsFound(.sample(Self.otherID)))
    #expect(session.effects.isEmpty)
  }

  @Test func `what was read in the account before goes, and is read anew`() {
    var session = Session.reading()
    session.press(.character("a"), .character("d"))
    session.identify(other)
    let reminder = Effect.task(.awaitCredentials(ending: noon.addingTimeInterval(47 * 60), left: 900))
    let start: [Effect] = [.task(.identify(generation: 0)), .task(.readStacks), .task(.readUsers), .task(.listRuns)]
    #expect(session.effects == [.session(.enter(1))] + start + [reminder])
    #expect(session.state.screen == .list)
    #expect(session.lines[0].contains("prod-admin 999988887777  eu-west-1"))
    #expect(session.lines[0].hasSuffix("credentials till 14:49Z"))
    #expect(!session.screen.contains("contr.example"))
    #expect(session.state.list.marks.isEmpty)
    #expect(
      session.messageLine == "Credentials of 999988887777 now; rows read in another account were dropped."
    )
    session.identify(other)
    #expect(session.effects.isEmpty)
  }

  @Test func `not knowing for a while whose they are changes nothing about whose rows these are`() {
    var session = Session.reading()
    session.identify(nil)
    #expect(session.lines[0].contains("account unknown"))
    session.identify(keller)
    #expect(session.effects.isEmpty && !session.rows.isEmpty)
    session.identify(nil)
    session.identify(other)
    #expect(session.effects.first == .session(.enter(1)))
  }

  @Test func `what STS said of credentials that were replaced since is not what it says of the present ones`() {
    var session = Session()
    session.send(.started)
    session.send(.credentialsFound(.sample()))
    session.readStacks(of: SampleAccount())
    session.send(.credentialsFound(.sample(Self.otherID)))
    #expect(session.effects == [.task(.identify(generation: 1))])
    session.send(.identified(keller, generation: 0))
    #expect(session.lines[0].hasPrefix("appstream-console  prod-admin  eu-west-1"))
    // Nobody knows whose the stacks were that the first keys read.
    session.send(.identified(other, generation: 1))
    #expect(session.effects.first == .session(.enter(1)))
    #expect(session.lines[0].contains("prod-admin 999988887777"))
    #expect(
      session.messageLine == "Credentials of 999988887777 now; what was read before them was dropped."
    )
  }

  @Test(arguments: [false, true])
  func `what was read since credentials were replaced waits until it is known whose they are`(isSame: Bool) {
    let account = SampleAccount()
    var session = Session(.sample())
    session.send(.started)
    session.send(.credentialsFound(.sample()))
    session.identify(keller)
    session.readStacks(of: account)
    session.send(.credentialsFound(.sample(Self.otherID)))
    for stack in account.stackNames { session.read(stack, of: account) }
    #expect(!session.screen.contains("contr.example") && session.effects.isEmpty)
    session.identify(isSame ? keller : other)
    #expect(session.screen.contains("contr.example") == isSame)
    #expect(!session.state.gate.isHolding)
    #expect(session.lines[0].contains(isSame ? keller.account : other.account))
  }

  @Test func `where STS is silent, what other keys read joins no rows of the ones before`() {
    let account = SampleAccount()
    var session = Session()
    session.send(.started)
    session.send(.credentialsFound(.sample()))
    session.identify(keller)
    session.readStacks(of: account)
    session.read("biology-2026a", of: account)
    session.send(.credentialsFound(.sample(Self.otherID)))
    session.read("maths-open", of: account)
    session.identify(nil)
    let start: [Effect] = [.task(.identify(generation: 0)), .task(.readStacks), .task(.readUsers), .task(.listRuns)]
    #expect(session.effects == [.session(.enter(1))] + start)
    #expect(!session.screen.contains("contr.example") && !session.state.gate.isHolding)
    #expect(
      session.state.message?.text
        == "STS does not say whose the newer credentials are: what others read was dropped, and is read anew."
    )
    // What is read from here on is all of one set of keys, whoever has them.
    session.identify(nil)
    #expect(session.effects.isEmpty)
    session.readStacks(of: account)
    session.read("maths-open", of: account)
    #expect(session.screen.contains("ada.byron@contr.example") && !session.screen.contains("bo.diaz@contr.example"))
    #expect(session.lines[0].contains("account unknown"))
  }

  @Test func `where STS is silent while nothing is read, rows and marks stay until they are read again`() {
    let account = SampleAccount()
    var session = Session.reading(account)
    session.press(.character("a"))
    session.send(.credentialsFound(.sample(Self.otherID)))
    session.identify(nil)
    #expect(session.effects.isEmpty && session.state.list.marks.count == 8)
    #expect(
      session.state.message?.text
        == "STS does not say whose the newer credentials are: r drops these rows and reads all anew."
    )
    session.press(.character("r"))
    #expect(session.effects.contains(.task(.identify(generation: 1))))
    let stray = Association(stackName: "biology-2026a", userName: "stray@elsewhere.example")
    session.send(.estate(.associationsStarted(stack: stray.stackName)))
    session.send(.estate(.associations(stack: stray.stackName, [UserStackAssociation(stray)])))
    #expect(!session.screen.contains(stray.userName))
    var silent = session
    silent.identify(nil)
    #expect(silent.effects.first == .session(.enter(1)) && silent.state.list.marks.isEmpty)
    #expect(!silent.screen.contains("contr.example") && !silent.screen.contains(stray.userName))
    session.identify(keller)
    #expect(session.screen.contains(stray.userName) && !session.state.list.marks.isEmpty)
  }

  @Test func `a stack that is read again asks whose the keys are, too`() {
    var session = Session.reading(size: .large)
    session.send(.credentialsFound(.sample(Self.otherID)))
    session.identify(nil)
    session.press(.tab, .down, .character("r"))
    #expect(session.effects == [.task(.identify(generation: 1)), .task(.readAssociations(stack: "biology-2026a"))])
  }

  @Test func `where STS is silent in mid-run, what other keys read is held until after it`() {
    var session = Session.running(60, on: 3)
    session.send(.credentialsFound(.sample(Self.otherID)))
    session.identify(nil)
    let stray = Association(stackName: "stack-00", userName: "stray@elsewhere.example")
    session.send(.estate(.associationsStarted(stack: stray.stackName)))
    session.send(.estate(.associations(stack: stray.stackName, [UserStackAssociation(stray)])))
    session.runToTheEnd()
    #expect(session.effects == [.task(.identify(generation: 1))])
    #expect(!session.state.estate.associations(of: stray.stackName).contains { $0.userName == stray.userName })
    session.identify(nil)
    #expect(session.effects.first == .session(.enter(1)))
    #expect(session.state.screen == .run && session.state.estate.associations(of: stray.stackName).isEmpty)
  }

  @Test func `what other keys read in mid-run is never shown`() {
    var session = Session.running(60, on: 3)
    session.send(.credentialsFound(.sample(Self.otherID)))
    session.identify(other)
    let stray = Association(stackName: "biology-2026a", userName: "stray@elsewhere.example")
    session.send(.estate(.associationsStarted(stack: stray.stackName)))
    session.send(.estate(.associations(stack: stray.stackName, [UserStackAssociation(stray)])))
    #expect(session.state.estate.associations(of: stray.stackName).allSatisfy { $0.userName != stray.userName })
    session.runToTheEnd()
    session.identify(other)
    #expect(session.state.estate.associations(of: stray.stackName).isEmpty)
    #expect(!session.state.gate.isHolding)
  }

  @Test func `during a run its account stays on the screen, and after it the credentials are asked again`() {
    var session = Session.running(60, on: 3)
    session.identify(other)
    #expect(session.effects.isEmpty)
    #expect(session.lines[0].contains("prod-admin 111122223333"))
    #expect(
      session.screen.contains("Credentials of 999988887777 now; this run goes on only in 111122223333.")
    )
    session.runToTheEnd()
    #expect(session.effects == [.task(.identify(generation: 0))])
    session.identify(other)
    #expect(session.state.screen == .run)
    #expect(session.lines[0].contains("prod-admin 999988887777"))
    #expect(session.screen.contains("57 removed, 3 failed"))
    session.press(.character("U"))
    #expect(session.screen.contains("It is a run in account 111122223333, and these credentials are 999988887777's"))
  }

  @Test func `credentials that came back to the account in mid-run have everything read anew after it`() {
    var session = Session.running(60, on: 3)
    session.send(.credentialsFound(.sample(Self.otherID)))
    session.identify(other)
    session.send(.credentialsFound(.sample()))
    #expect(session.effects.contains(.task(.identify(generation: 2))))
    session.identify(keller)
    #expect(session.effects.isEmpty)
    session.runToTheEnd()
    #expect(session.effects == [.task(.identify(generation: 2))])
    session.identify(nil)
    #expect(session.effects.isEmpty)
    session.identify(keller)
    #expect(session.effects.first == .session(.enter(1)))
    #expect(
      session.state.message?.text
        == "Credentials were another account's meanwhile; \(keller.account) is read anew."
    )
    #expect(session.screen.contains("57 removed, 3 failed"))
  }

  @Test func `a run that has yet to close its journal is not left alone with it`() throws {
    var session = Session.running(6, on: 1)
    session.sendBatch(1, 0..<6)
    session.readBack("stack-00")
    session.send(.stopRequested(reason: "the terminal was lost"))
    let counts = try #require(session.state.run?.machine.counts)
    session.record(.finished(counts))
    session.identify(other)
    #expect(session.effects.isEmpty)
    session.press(.character(":"))
    session.type("profile dev")
    session.press(.enter)
    #expect(session.effects.isEmpty && session.state.opening == nil)
    session.send(.runEnded(runID, journalHash: "1f3c9a0b7d2e55aa", problem: nil))
    #expect(session.effects == [.leave])
  }

  @Test func `a session that is being opened meanwhile is let go`() {
    var session = Session.reading()
    session.press(.character(":"))
    session.type("profile dev")
    session.press(.enter)
    session.identify(other)
    #expect(session.effects.prefix(2) == [.session(.abandon(1)), .session(.enter(2))])
    #expect(session.state.opening == nil)
  }
}
