import AWSClientCore
import AppStream
import Testing

@testable import Console

/// Whose account what is shown is of, whatever becomes of the credentials.
@Suite struct AccountGateTests {
  private let ours = CallerIdentity(account: "111122223333", arn: "arn:aws:sts::111122223333:x", userID: "A")
  private let others = CallerIdentity(account: "999988887777", arn: "arn:aws:sts::999988887777:x", userID: "B")
  private let event = EstateEvent.stackListStarted

  /// A gate of our account, to whose credentials STS has answered.
  private var gate: AccountGate {
    var gate = AccountGate()
    #expect(gate.found("AKIA1") == nil)
    #expect(gate.take(ours, of: 0) == .released([]))
    return gate
  }

  @Test func `what the first credentials read is shown before STS has said whose they are`() {
    var gate = AccountGate()
    #expect(gate.admit(event) == event)
    #expect(gate.account == nil && gate.caller == .asked)
  }

  @Test func `the same access key again changes nothing`() {
    var gate = gate
    #expect(gate.found("AKIA1") == nil)
    #expect(gate.admit(event) == event)
  }

  @Test func `what newer credentials read waits until they are known to be of the account`() {
    var gate = gate
    #expect(gate.found("AKIA2") == 1)
    #expect(gate.admit(event) == nil)
    #expect(gate.isHolding)
    #expect(gate.take(ours, of: 1) == .released([event]))
    #expect(!gate.isHolding && gate.admit(event) == event)
  }

  @Test func `an answer about earlier credentials says nothing of these`() {
    var gate = gate
    #expect(gate.found("AKIA2") == 1)
    #expect(gate.take(ours, of: 0) == .outdated)
    #expect(gate.admit(event) == nil)
  }

  @Test func `credentials of another account let nothing through, and the account stays`() {
    var gate = gate
    #expect(gate.found("AKIA2") == 1)
    #expect(gate.take(others, of: 1) == .otherAccount)
    #expect(gate.account == ours.account)
    #expect(gate.admit(event) == nil)
  }

  @Test func `silence matters only where others took the place of the first credentials`() {
    var gate = gate
    #expect(gate.take(nil, of: 0) == .silent)
    #expect(gate.account == ours.account && !gate.isWaitingForSTS)
    #expect(gate.found("AKIA2") == 1)
    #expect(gate.take(nil, of: 1) == .silentOfNewer)
    #expect(gate.isWaitingForSTS)
    #expect(gate.ask() == 1)
    #expect(gate.caller == .asked && !gate.isWaitingForSTS)
  }

  @Test func `where nobody ever said whose the first were, the newer ones are of another account`() {
    var gate = AccountGate(accessKeyID: "AKIA1")
    #expect(gate.found("AKIA2") == 1)
    #expect(gate.take(ours, of: 1) == .otherAccount)
  }

  @Test func `once in doubt, no answer lets what was read join the rows`() {
    var gate = gate
    gate.doubt()
    #expect(gate.admit(event) == nil)
    #expect(gate.take(ours, of: 0) == .otherAccount)
    #expect(gate.isHolding)
  }
}
