import AppStream
import FoundationEssentials
import Runs

extension FollowUp {
  /// The plan that follows a run, made here and now.
  func plan(following contents: JournalContents, _ state: ConsoleState, at moment: Date) -> Plan {
    plan(
      following: contents,
      caller: state.caller.identity,
      reason: state.reason,
      origin: state.context.origin,
      created: moment
    )
  }

  /// The authentication types of what is left out: `type API`.
  var leftOutTypes: String {
    "type \(Set(leftOut.map(\.authenticationType.rawValue)).sorted().joined(separator: ", "))"
  }
}
