import AWSClientCore
import PlainText
import Runs

/// Why a run cannot go on or be undone from here: it went elsewhere.
extension Place.Difference {
  /// What it is, and how to get there.
  ///
  /// - Parameter profiles: The profiles that are known to lead to its account.
  func sentence(_ profiles: [String]) -> Line {
    switch self {
    case .account(let account, let here):
      "It is a run in account \(account), and these credentials are \(here)'s: \(Self.commands(profiles)) goes there."
    case .region(let region, let here):
      "It is a run in \(region), and this is \(here): :region \(region) goes there."
    case .endpoint(let endpoint, here: _):
      "It is a run at \(endpoint): start the console with --endpoint-url \(endpoint)."
    }
  }

  /// `:profile prod-admin`, or how to find it out where nobody knows.
  private static func commands(_ profiles: [String]) -> Line {
    guard !profiles.isEmpty else { return ":profile with the NAME of a profile of that account" }
    return profiles.prefix(2).map { ":profile \($0)" }.joined(separator: " or ")
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
  ///
  /// Another account comes first: its profile leads to its Region and endpoint as well.
  func foreignness(of plan: Plan) -> Place.Difference? {
    let differences = placeOfCalls.differences(from: plan)
    return differences.first { if case .account = $0 { true } else { false } } ?? differences.first
  }

  /// What the difference is, and how to get there from here.
  func sentence(_ difference: Place.Difference) -> Line {
    guard case .account(let account, here: _) = difference else { return difference.sentence([]) }
    return difference.sentence(context.destination.profiles(of: account))
  }
}
