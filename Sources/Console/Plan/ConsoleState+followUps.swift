import AppStream
import PlainText
import Runs

/// Plans that follow an earlier run.
extension ConsoleState {
  /// Plans what failed in a run, or what was marked of it.
  mutating func plan(_ retry: Retry) -> [Effect] {
    let followUp = retry.followUp
    guard !followUp.entries.isEmpty || !followUp.leftOut.isEmpty else {
      message = .warning(
        retry.marked.isEmpty
          ? "Nothing failed in the run, and nothing of it is open: there is nothing to do again."
          : "None of the marked rows failed: there is nothing to do again."
      )
      return []
    }
    let allowed = withoutKept(followUp)
    guard !allowed.entries.isEmpty || allowed == followUp else {
      message = .warning("All that failed are rows of kept people: :keep ends that.")
      return []
    }
    return open(allowed.plan(following: retry.contents, self), .retry(retry))
  }

  /// What to know of a plan before all because of the run that it follows.
  func followUpWarnings(_ source: PlanSource) -> [PlanWarning] {
    placeWarnings(source) + sequelWarnings(source)
  }

  /// What was tried again or undone since by another run is asked for once more, which may not be meant.
  private func sequelWarnings(_ source: PlanSource) -> [PlanWarning] {
    switch source {
    case .marks, .resumption: return []
    case .retry(let retry): return sequelWarnings(of: retry.contents)
    case .undo(let contents, _): return sequelWarnings(of: contents)
    }
  }

  private func sequelWarnings(of contents: JournalContents) -> [PlanWarning] {
    let sequel = runs.later.sequel(of: contents.id, contents.machine)
    return sequel.clauses.map { PlanWarning("!", "the run was \($0); only what is as it was then is sent") }
  }

  /// Where STS was silent when a run was made, only whoever made it can tell whether it was here.
  private func placeWarnings(_ source: PlanSource) -> [PlanWarning] {
    let earlier: Plan
    switch source {
    case .marks: return []
    case .resumption(let resumption): earlier = resumption.machine.plan
    case .retry(let retry): earlier = retry.contents.plan
    case .undo(let contents, _): earlier = contents.plan
    }
    guard earlier.caller == nil else { return [] }
    return [PlanWarning("!", "STS did not say in which account the run was: send only if these credentials are of it")]
  }

  /// What of the run that a plan follows is not in it.
  func entryWarnings(_ source: PlanSource) -> [PlanWarning] {
    switch source {
    case .marks, .resumption:
      return []
    case .retry(let retry):
      let contents = retry.contents
      let count = retry.stillPresentCount
      guard count > 0 else { return [] }
      let there = contents.plan.operation == .disassociate ? "still there" : "still not there"
      let rows = count.of("row was", plural: "rows were")
      let key = keys.plan.name(of: .toggleStillPresent)
      let what: Line =
        retry.includesStillPresent ? "included: \(key) leaves them out" : "left out: \(key) includes them"
      return [PlanWarning("!", "\(rows) \(there) after a clean answer, or changed by someone, and \(what)")]
    case .undo(let contents, let followUp):
      let open = contents.machine.counts.openCount
      let rows = open.of("row of the run is", plural: "rows of the run are")
      let goOn = keys.run.name(of: .goOn)
      let unsettled =
        open == 0 ? [] : [PlanWarning("!", "\(rows) open and left out: \(goOn) on the run settles them first")]
      return unsettled
        + followUp.leftOut.map { row in
          PlanWarning(
            "!",
            "\(row.userName) on \(row.stackName) cannot come back: "
              + "type \(row.authenticationType.rawValue)"
          )
        }
    }
  }
}

extension FollowUp {
  /// The plan that follows a run, made here and now.
  func plan(following contents: JournalContents, _ state: ConsoleState) -> Plan {
    plan(
      following: contents,
      caller: state.caller.identity,
      authorship: state.authorship
    )
  }

  /// The authentication types of what is left out: `type API`.
  var leftOutTypes: String {
    "type \(Set(leftOut.map(\.authenticationType.rawValue)).sorted().joined(separator: ", "))"
  }
}
