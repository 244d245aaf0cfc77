/// A service that takes calls while its token bucket holds any.
struct SimulatedService {
  var rate: Double
  var burst: Double
  /// Whether a refused call takes what is left in the bucket.
  var refusalCosts = false
  /// From when on it refills at another rate.
  var change: (time: Double, rate: Double)?
  private var tokens: Double
  private var time = 0.0

  init(rate: Double, burst: Double, refusalCosts: Bool = false, change: (time: Double, rate: Double)? = nil) {
    (self.rate, self.burst, self.refusalCosts, self.change) = (rate, burst, refusalCosts, change)
    tokens = burst
  }

  mutating func takes(at now: Double) -> Bool {
    advance(to: now)
    if tokens >= 1 - 1e-9 {
      tokens -= 1
      return true
    }
    if refusalCosts { tokens = 0 }
    return false
  }

  /// When a call that arrives at `arrival` and waits as long as it must is taken.
  mutating func takesAtTheEarliest(_ arrival: Double) -> Double {
    var now = max(arrival, time)
    advance(to: now)
    while tokens < 1 - 1e-9 {
      // In small steps, because the rate may change on the way.
      now += min((1 - tokens) / rate, 0.01)
      advance(to: now)
    }
    tokens -= 1
    return now
  }

  private mutating func advance(to now: Double) {
    if let change, time < change.time, now >= change.time {
      refill(until: change.time)
      rate = change.rate
    }
    refill(until: now)
  }

  private mutating func refill(until now: Double) {
    tokens = min(burst, tokens + rate * (now - time))
    time = now
  }
}
