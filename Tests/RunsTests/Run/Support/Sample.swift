import AWSClientCore
import AppStream
import FoundationEssentials
import Runs
import TestSupport

/// Plans for tests, and who makes and sends them.
extension Sample {
  static let holder = RunHolder(processID: 7, host: "bastion-2", version: "1")
  static let caller = CallerIdentity(
    account: "111122223333",
    arn: "arn:aws:sts::111122223333:assumed-role/StackOps/j.keller",
    userID: "AROA:j.keller"
  )
  static let origin = Origin(
    loginName: "jkeller",
    userID: 1000,
    loginUserID: 1000,
    sudoUser: nil,
    host: "bastion-2",
    sshConnection: "192.0.2.7 50122 192.0.2.1 22",
    version: "1.0.0"
  )

  static func plan(_ operation: RunOperation = .disassociate, of entries: some Sequence<Association>) -> Plan {
    Plan(
      operation: operation,
      entries: entries,
      target: Plan.Target(caller: caller, region: "eu-west-1", endpoint: "https://appstream2.eu-west-1.amazonaws.com"),
      authorship: Plan.Authorship(origin: origin, reason: "CHG-20417", created: moment)
    )
  }

  static func plan(_ stacks: KeyValuePairs<String, Int>, _ operation: RunOperation = .disassociate) -> Plan {
    plan(operation, of: associations(stacks))
  }
}

extension Place {
  /// Where the sample plans are made.
  static let sample = Place(
    account: Sample.caller.account,
    region: "eu-west-1",
    endpoint: "https://appstream2.eu-west-1.amazonaws.com"
  )

  /// The same place in another account, or in one that is not known.
  func `in`(_ account: String?) -> Place {
    var place = self
    place.account = account
    return place
  }
}

extension Check {
  /// A check that finds every entry of `plan` but those at the indices `gone`.
  init(of plan: Plan, gone: [Int] = [], at moment: Moment = Moment(Sample.moment, Sample.instant)) {
    let stacks = plan.stackNames.map { name in
      let indices = plan.entries.indices.filter { plan.entries[$0].stackName == name }
      return StackCheck(
        name: name,
        present: indices.filter { !gone.contains($0) },
        gone: indices.filter { gone.contains($0) },
        total: indices.count
      )
    }
    self.init(stacks: stacks, caller: Sample.caller, finished: moment)
  }
}
