/// The calls from one refusal for being too many to the next.
struct Stretch: Sendable, Equatable {
  /// How many calls a second the service is believed to refill; `nil` until one was taken after the first refusal.
  var rate: Double?
  var accepted = 0
  private(set) var sent = 0
  private(set) var lastSent = 0.0
  private var firstSent = 0.0

  init(rate: Double?) {
    self.rate = rate
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
    let share = Double(sent) / reach
    return rate.map { $0 * (0.96 + 0.08 * share * share * share.squareRoot()) }
  }

  /// How many calls a second were sent and taken, from the first one on; with few of them, a bit below the rate.
  var meanPace: Double {
    guard accepted > 2, lastSent > firstSent else { return (rate ?? 0) * 0.96 }
    return Double(accepted) / (lastSent - firstSent)
  }
}
