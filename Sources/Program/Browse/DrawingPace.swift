/// Whether to draw now or a little later, so that streaming data does not flood a slow link.
struct DrawingPace {
  typealias Instant = ContinuousClock.Instant

  enum Decision: Equatable {
    case now
    case after(Duration)
    case scheduledAlready
  }

  private let interval: Duration
  private var last: Instant?
  /// When a draw that was put off is due.
  private var due: Instant?

  init(interval: Duration) {
    self.interval = interval
  }

  /// Decides for a change that came in at `now`.
  ///
  /// - Parameters:
  ///   - isUrgent: Whether a person waits for it: it is then drawn at once.
  ///   - wait: For how long nothing is to be drawn in any case.
  mutating func decide(isUrgent: Bool, after wait: Duration = .zero, now: Instant) -> Decision {
    let paced = isUrgent ? .zero : last.map { interval - (now - $0) } ?? .zero
    let wait = max(wait, paced)
    guard wait > .zero else {
      last = now
      return .now
    }
    if let due, due <= now + wait, due > now { return .scheduledAlready }
    due = now + wait
    return .after(wait)
  }
}
