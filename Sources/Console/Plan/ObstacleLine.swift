import PlainText
import Runs
import Screen

extension Obstacle {
  /// Why a plan cannot be confirmed, for one line of the screen.
  ///
  /// - Parameter keys: What keys do in a plan.
  func line(_ keys: KeyTable<PlanAction>) -> Line {
    switch self {
    case .readOnly: "Read-only: nothing can be sent."
    case .noReason: "Nothing can be sent without a reason: \(keys.name(of: .reason)) types one."
    case .elsewhere(let subject, let difference): subject.line(difference)
    case .accountUnknown(let subject, let account):
      "\(subject.inAccount(account)); STS is silent. \(keys.name(of: .checkAgain)) checks again."
    case .unread(let stack, _):
      "\(Line(stack).shortened(to: 20, cut: .middle)) could not be checked: nothing can be sent. \(keys.name(of: .checkAgain)) checks again."
    case .usedUp(let claim): "The plan was used up by run \(claim.run)."
    case .tooOld(let expiry): "The plan was to be sent by \(expiry.dayText): plan again."
    case .fromTheFuture(let made, _): "The plan is of \(made.dayText), which is later than now: plan again."
    case .tooMany(let count, let bound, _): "\(count.of("entry", plural: "entries")) \(bound.clause)"
    case .tooMuch(let shares, let percent):
      "\(shares.count.of("stack")) would lose more than \(percent) % of the people (at_most_percent)."
    case .nothingPlanned: "Nothing is in the plan: \(keys.name(of: .toggleStillPresent)) includes what was left out."
    case .nothingLeft(let operation): "Every entry is \(operation.goalWord) already: there is nothing to send."
    }
  }
}

extension Bound {
  /// That they are more than it.
  fileprivate var clause: Line {
    switch self {
    case .setting(let limit): "are more than the settings allow: at_most = \(limit)."
    case .option, .unasked: "are more than \(limit), which may be sent at once."
    }
  }
}

extension Obstacle.Subject {
  fileprivate func line(_ difference: Place.Difference) -> Line {
    switch difference {
    case .account(let account, let here):
      "\(inAccount(account)), credentials are \(here)'s\(self == .plan ? " now" : "")."
    case .region(let region, let here): "\(name) of \(region), and this is \(here)."
    case .endpoint: "\(name) of another endpoint than this."
    }
  }

  fileprivate func inAccount(_ account: String) -> Line {
    switch self {
    case .plan: "The plan is for \(account)"
    case .run: "The run was in \(account)"
    case .rows: "The rows are of \(account)"
    }
  }

  private var name: Line {
    switch self {
    case .plan: "The plan is"
    case .run: "The run is"
    case .rows: "The rows are"
    }
  }
}

extension RunOperation {
  /// Where an entry is that need not be sent.
  var goalWord: String { self == .disassociate ? "gone" : "there" }
}

extension PlanState {
  /// Why nothing can be typed for it now.
  func whyNothingIsTyped(_ keys: KeyTable<PlanAction>) -> Line {
    let passing = check == nil ? Message.unchecked : .unseen
    return agreement.obstacle?.line(keys) ?? passing.line
  }
}
