/// What is known of how many calls a service takes at once before it refuses one.
///
/// A bucket that holds many calls loses nothing while a few less are sent than it refills, for it keeps what was
/// spared. One that holds a single call is full again at once, and every call that comes late is lost for good.
enum BucketDepth: Sendable, Equatable {
  /// It may hold a single call.
  case unknown
  /// It holds many.
  case deep

  /// So many calls are many.
  private static let many = 8.0

  /// What is told by the calls that were taken before the first refusal, at a rate that is known by now.
  init(taken: Int, in seconds: Double, rate: Double) {
    self = Double(taken) - rate * seconds >= Self.many ? .deep : .unknown
  }

  /// How many calls a stretch should go without a refusal once the rate is well known.
  ///
  /// One refusal in so many calls is what it costs to notice that the service has come to allow more.
  var longestReach: Double { self == .deep ? 32 : 25 }

  /// How many times as far the next stretch should go.
  var lengthening: Double { self == .deep ? 3 : 2 }

  /// Which part of the rate to send after `share` of the reach: a little less than all of it at first, the more the
  /// longer nothing is refused.
  func pace(after share: Double) -> Double {
    switch self {
    case .unknown: 0.96 + 0.08 * share * share * share.squareRoot()
    case .deep: 0.95 + 0.12 * share * share * share
    }
  }
}
