/// What a service that keeps a token bucket has refilled, told by the calls it took between refusals.
struct RefillMeasure: Sendable, Equatable {
  /// A moment at which the bucket held less than one call.
  private struct Refusal: Sendable, Equatable {
    var time: Double
    var accepted: Int
  }

  /// How many calls were taken since the first refusal.
  var accepted = 0
  private var refusals: [Refusal] = []

  mutating func refused(at time: Double) {
    refusals.append(Refusal(time: time, accepted: accepted))
    // Older ones speak of how the service was, not of how it is.
    if refusals.count > 3 { refusals.removeFirst() }
  }

  mutating func forget() {
    refusals = []
  }

  /// The first guess: one call was refilled since the last refusal.
  ///
  /// It may be twice the rate, but too high a guess is found out after a few calls, too low a one only after many.
  func firstRate(at time: Double) -> Double? {
    refusals.last.flatMap { time > $0.time ? 1 / (time - $0.time) : nil }
  }

  /// What the service can have refilled a second, if it refuses a call at `time`: at most, or most likely where a
  /// bucket of that depth keeps what is spared.
  ///
  /// From an empty bucket to an empty one it refilled what it took, and less than one call more; half a call on top of
  /// the most allows for answers that take their time.
  func refilled(at time: Double, _ depth: BucketDepth) -> Double {
    let spare = depth == .deep ? 0.8 : 1.5
    return refusals.lazy
      .filter { time > $0.time }
      .map { (Double(accepted - $0.accepted) + spare) / (time - $0.time) }
      .min() ?? .infinity
  }
}
