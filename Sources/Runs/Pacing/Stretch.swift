/// The calls from one refusal for being too many to the next.
struct Stretch: Sendable, Equatable {
  /// How many calls a second the service is believed to refill; `nil` until one was taken after the first refusal.
  private(set) var rate: Double?
  /// Whether the rate is a guess, and was not measured over many calls.
  private(set) var isGuessed: Bool
  var accepted = 0
  private(set) var sent = 0
  private(set) var lastSent = 0.0
  private let depth: BucketDepth
  /// When the service refused the call before it.
  private let began: Double
  private var firstSent = 0.0

  init(rate: Double?, isGuessed: Bool, from began: Double, depth: BucketDepth) {
    (self.rate, self.isGuessed, self.began, self.depth) = (rate, isGuessed, began, depth)
  }

  mutating func guess(_ rate: Double) {
    (self.rate, isGuessed) = (rate, true)
  }

  mutating func send(at time: Double) {
    if sent == 0 { firstSent = time }
    lastSent = time
    sent += 1
  }

  /// How many calls a second to send: a little less than the rate at first, the more the longer nothing is refused.
  ///
  /// It grows by a power of the calls sent, as CUBIC's window does by one of the time, so that it stays near the rate
  /// for about `reach` calls and finds a rate that has doubled in about twice as many. Counted in calls and not in
  /// seconds, it is the same for slow services and fast ones.
  func pace(_ reach: Double) -> Double? {
    rate.map { $0 * depth.pace(after: Double(sent) / reach) }
  }

  /// How many calls a second were sent and taken, from the first one on; with few of them, a bit below the rate.
  var meanPace: Double {
    guard accepted > 2, lastSent > firstSent else { return (rate ?? 0) * depth.pace(after: 0) }
    return Double(accepted) / (lastSent - firstSent)
  }

  /// How many calls a second a service refilled that was seen to be out of calls before the stretch, and is again at
  /// `time`, unless it was full in between.
  ///
  /// It is what was taken, and less than one call more.
  func refill(until time: Double) -> Double {
    time > began ? Double(accepted + 1) / (time - began) : .infinity
  }

  /// How many calls the service took by `time` that the rate does not explain.
  func surplus(at time: Double) -> Double {
    Double(accepted + 1) - (rate ?? 0) * (time - began)
  }
}
