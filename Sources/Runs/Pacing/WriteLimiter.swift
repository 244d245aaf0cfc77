/// When the next write call of a run may be sent.
///
/// Inert until the service first asks for fewer calls, as the adaptive mode of AWS's own clients is
/// (botocore, `retries/adaptive.py`), and from then on the same in outline: a pace that grows slowly at first and ever
/// faster the longer nothing is refused (CUBIC, RFC 9438). It departs where that mode costs a short run too much. After
/// a refusal botocore sends at seven tenths of the pace it had, over and over; here the pace falls to what the service
/// has just been seen to take. A run of one kind of call against one allowance can measure that well, because a service
/// that counts calls by a token bucket refuses exactly when the bucket is empty: what was accepted between two refusals
/// is what was refilled. What was accepted before the first of them tells whether the bucket is deep enough to keep
/// what is spared, and then the search may be gentler still: ``BucketDepth``.
struct WriteLimiter: Sendable, Equatable {
  private var measure = RefillMeasure()
  private var search = Backoff()
  private var stretch: Stretch?
  private var next = 0.0
  /// How many calls the service took before it first refused one.
  private var takenAtOnce = 0
  /// When it first refused one.
  private var firstRefusal = 0.0
  private var depth = BucketDepth.unknown
  /// How many calls a stretch should go without a refusal; longer once the rate is well known.
  private var reach = Self.shortestReach

  private static let longestWait = 20.0
  /// The first stretches are short, so that a bad first guess is soon put right.
  private static let shortestReach = 6.0
  /// So many calls more than the rate explains are not those that a measurement may be wrong by.
  private static let clearSurplus = 3.0

  init() {}

  /// Whether the service has ever asked for fewer calls.
  var isLimiting: Bool { stretch != nil }

  /// Takes the right to send one call now, or says how long to wait before asking again; nothing is taken then.
  ///
  /// - Parameter now: The time since the run began, on a clock that never goes back.
  /// - Returns: `.zero` when the right was taken; never more than 20 seconds.
  mutating func take(at now: Duration) -> Duration {
    guard var sent = stretch else { return .zero }
    let time = now.inSeconds
    let wait = min(next - time, Self.longestWait)
    // Rounded up, so that a caller who waits as long as told need not ask twice.
    if wait > 1e-7 { return .microseconds(Int64((wait * 1e6 - 0.01).rounded(.up))) }
    if let pace = sent.pace(reach) {
      // What came late, because no call could be spared for it, is caught up with, but no more than one call of it.
      next = max(next + 1 / pace, time)
    } else {
      next = time + search.wait
    }
    sent.send(at: time)
    stretch = sent
    return .zero
  }

  /// Notes that the service refused a call and asked for fewer.
  ///
  /// - Parameter taken: How many calls it had taken before, from the moment on that `now` counts from.
  mutating func throttled(at now: Duration, after taken: Int = 0) {
    let time = now.inSeconds
    var rate: Double?
    var isGuessed = true
    if let ended = stretch {
      // Nothing was sent since the last refusal, so this call went out before it and tells nothing new.
      guard ended.sent > 0 else { return }
      isGuessed = isShort(ended)
      rate = self.rate(after: ended, at: time)
      if rate == nil { search.lengthen() }
    }
    if !isLimiting { (takenAtOnce, firstRefusal) = (taken, time) }
    measure.refused(at: time)
    stretch = Stretch(rate: rate, isGuessed: isGuessed, from: time, depth: depth)
    // The bucket holds less than one call now. A little more than one is let in, so that calls that arrive unevenly
    // find some.
    next = time + (rate.map { min(1.05 / $0, Self.longestWait) } ?? search.wait)
  }

  /// Notes that the service took a call.
  mutating func succeeded(at now: Duration) {
    guard isLimiting else { return }
    measure.accepted += 1
    guard var current = stretch, current.sent > 0 else { return }
    current.accepted += 1
    if current.rate == nil, let rate = measure.firstRate(at: now.inSeconds) {
      current.guess(rate)
      next = min(next, current.lastSent + 1 / rate)
    }
    stretch = current
  }

  /// Whether a stretch went less far than it should: the service allows less than was believed.
  private func isShort(_ ended: Stretch) -> Bool { Double(ended.accepted) < reach / 2 }

  /// How many calls a second the service seems to refill, now that it ended a stretch with a refusal.
  private mutating func rate(after ended: Stretch, at time: Double) -> Double? {
    guard let rate = ended.rate, let pace = ended.pace(reach) else { return nil }
    // The service did not take a single call, after a wait in which it should have refilled one.
    guard ended.accepted > 0 else { return max(rate / 1.5, 1 / Self.longestWait) }
    let isShort = isShort(ended)
    if depth == .unknown {
      depth = BucketDepth(taken: takenAtOnce, in: firstRefusal, rate: ended.refill(until: time))
    }
    reach = min(reach * depth.lengthening, depth.longestReach)
    // A pace that had long outgrown the rate says that the rate has changed, and more than the calls before tell.
    let hasOutgrown = pace > 1.5 * rate
    var found: Double
    switch depth {
    case .unknown:
      found = hasOutgrown ? max(ended.meanPace, 0.8 * pace) : ended.meanPace
    case .deep:
      // What a deep bucket refilled is what was taken, but for less than a call, and a guess can be wrong by half.
      found = min(ended.meanPace, ended.refill(until: time))
      let isSurplusClear = !ended.isGuessed && ended.surplus(at: time) > Self.clearSurplus
      if hasOutgrown, isSurplusClear { found = max(found, 0.8 * pace) }
    }
    if isShort {
      // The service allows less than it did, or than was believed.
      found = min(found, measure.refilled(at: time, depth))
    } else {
      // The bucket may have been full in between, and then more was refilled than was seen.
      measure.forget()
    }
    return max(found, 1 / Self.longestWait)
  }
}

/// The wait while nothing is known of the rate: doubled until a call is taken.
private struct Backoff: Sendable, Equatable {
  /// One call at the fastest rate that a client with two calls in flight is likely to meet.
  private(set) var wait = 0.05

  mutating func lengthen() {
    wait = min(wait * 2, 20)
  }
}

extension Duration {
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
