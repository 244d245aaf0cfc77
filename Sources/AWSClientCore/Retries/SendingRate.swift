import Glibc

/// How many requests a second a client may send, found out from what the service throttles: the limiter of the
/// `adaptive` mode as a value.
///
/// It holds nothing back before the first throttle. Numbers and steps: botocore's `retries/adaptive.py`,
/// `throttling.py` and `bucket.py`; times are seconds on one clock.
public struct SendingRate: Sendable, Equatable {
  private var measure: RateMeasure
  private var curve: CubicCurve
  private var bucket: TokenBucket
  private var isLimiting = false

  /// Makes a limiter that holds nothing back.
  public init(at time: Double) {
    measure = RateMeasure(at: time)
    curve = CubicCurve(lastThrottle: time)
    bucket = TokenBucket(at: time)
  }

  /// The requests a second that are let through; `nil` while nothing is held back.
  public var limit: Double? { isLimiting ? bucket.fillRate : nil }

  /// Lets a request through.
  ///
  /// - Returns: `nil` when it may be sent now; otherwise the seconds after which to ask again.
  public mutating func take(at time: Double) -> Double? {
    isLimiting ? bucket.take(at: time) : nil
  }

  /// Takes in that a request was answered, or was not.
  public mutating func received(isThrottling: Bool, at time: Double) {
    let measured = measure.record(at: time)
    let rate: Double
    if isThrottling {
      rate = curve.throttled(at: isLimiting ? min(measured, bucket.fillRate) : measured, time)
      isLimiting = true
    } else {
      rate = curve.rate(at: time)
    }
    bucket.setRate(min(rate, 2 * measured), at: time)
  }
}

/// Requests a second as they come, smoothed over half seconds.
private struct RateMeasure: Equatable {
  private var rate = 0.0
  private var count = 0
  private var halfSecond: Double

  init(at time: Double) {
    halfSecond = floor(time)
  }

  mutating func record(at time: Double) -> Double {
    count += 1
    let current = floor(time * 2) / 2
    if current > halfSecond {
      rate = Double(count) / (current - halfSecond) * 0.8 + rate * (1 - 0.8)
      count = 0
      halfSecond = current
    }
    return rate
  }
}

/// How a rate that was cut comes back: quickly at first, slowly near the last rate that was too high, and then beyond.
private struct CubicCurve: Equatable {
  private var highest = 0.0
  private var lastThrottle: Double

  init(lastThrottle: Double) {
    self.lastThrottle = lastThrottle
  }

  private var timeToHighest: Double { pow(highest * (1 - 0.7) / 0.4, 1 / 3) }

  func rate(at time: Double) -> Double {
    0.4 * pow(time - lastThrottle - timeToHighest, 3) + highest
  }

  mutating func throttled(at rate: Double, _ time: Double) -> Double {
    highest = rate
    lastThrottle = time
    return rate * 0.7
  }
}

/// Tokens that come at a rate, of which each request takes one.
private struct TokenBucket: Equatable {
  private(set) var fillRate = 1.0
  private var capacity = 1.0
  private var tokens = 0.0
  private var filledAt: Double

  init(at time: Double) {
    filledAt = time
  }

  mutating func setRate(_ rate: Double, at time: Double) {
    fill(at: time)
    fillRate = max(rate, 0.5)
    capacity = max(rate, 1)
    tokens = min(tokens, capacity)
  }

  mutating func take(at time: Double) -> Double? {
    fill(at: time)
    guard tokens < 1 else {
      tokens -= 1
      return nil
    }
    return (1 - tokens) / fillRate
  }

  private mutating func fill(at time: Double) {
    tokens = min(capacity, tokens + (time - filledAt) * fillRate)
    filledAt = time
  }
}
