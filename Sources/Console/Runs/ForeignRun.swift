import AWSClientCore
import PlainText
import Runs

/// Why a run cannot go on or be undone from here: it went elsewhere.
extension Place.Difference {
  /// What lists say of it.
  var word: Line {
    switch self {
    case .account: "other account"
    case .region: "other Region"
    case .endpoint: "other endpoint"
    }
  }

  /// What it is, and how to get there.
  var sentence: Line {
    switch self {
    case .account(let account, let here):
      "It is a run in account \(account), these credentials are of \(here): :profile goes over to "
        + "a profile of that account."
    case .region(let region, let here):
      "It is a run in \(region), and this is \(here): :region \(region) goes there."
    case .endpoint(let endpoint, here: _):
      "It is a run at \(endpoint): start the console with --endpoint-url \(endpoint)."
    }
  }
}

extension ConsoleState {
  /// Where calls go now, with the credentials that are there now; what is shown may have been read with earlier ones.
  var placeOfCalls: Place {
    var place = place
    place.account = caller.identity?.account
    return place
  }

  /// What tells `plan` from what is shown here; `nil` where nothing is known to.
  func foreignness(of plan: Plan) -> Place.Difference? {
    placeOfCalls.difference(from: plan)
  }
}
