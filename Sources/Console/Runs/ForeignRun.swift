import AWSClientCore
import Runs

/// Why a run cannot go on or be undone from here: it went elsewhere.
enum ForeignRun: Sendable, Equatable {
  case account(String, here: String)
  case region(String, here: String)
  case endpoint(String)

  /// What lists say of it.
  var word: String {
    switch self {
    case .account: "other account"
    case .region: "other Region"
    case .endpoint: "other endpoint"
    }
  }

  /// What it is, and how to get there.
  var sentence: String {
    switch self {
    case .account(let account, let here):
      "It is a run in account \(account.visible), and these keys are of \(here.visible): :profile goes over to "
        + "a profile of that account."
    case .region(let region, let here):
      "It is a run in \(region.visible), and this is \(here.visible): :region \(region.visible) goes there."
    case .endpoint(let endpoint):
      "It is a run at \(endpoint.visible): start the console with --endpoint-url \(endpoint.visible)."
    }
  }
}

extension ConsoleState {
  /// What tells `plan` from what is shown here; `nil` where nothing is known to.
  ///
  /// An account that STS did not name is left to the check, which asks again.
  func foreignness(of plan: Plan) -> ForeignRun? {
    if plan.region != context.region { return .region(plan.region, here: context.region) }
    if plan.endpoint != context.endpoint { return .endpoint(plan.endpoint) }
    guard let planned = plan.caller?.account, let here = caller.identity?.account, planned != here else { return nil }
    return .account(planned, here: here)
  }
}
