/// Whether to draw now or a little later, so that streaming data does not flood a slow link.
struct DrawingPace {
  enum Decision: Equatable {
    case now
    case after(Duration)
    case scheduledAlready
  }

  /// Whether a later draw is under way.
  var isScheduled = false
  private let interval: Duration
  private var last: ContinuousClock.Instant?

  init(interval: Duration) {
    self.interval = interval
  }

  /// Decides for a change that came in at `now`; what a person waits for is drawn at once.
  mutating func decide(isUrgent: Bool, now: ContinuousClock.Instant) -> Decision {
    let wait = last.map { interval - (now - $0) } ?? .zero
    if isUrgent || wait <= .zero {
      last = now
      return .now
    }
    if isScheduled { return .scheduledAlready }
    isScheduled = true
    return .after(wait)
  }
}
