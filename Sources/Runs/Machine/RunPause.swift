/// How long a run has waited for credentials that are accepted.
struct RunPause: Sendable, Equatable {
  /// Whether nothing is asked of the service.
  private(set) var isHolding = false
  /// Why it began the last time.
  private(set) var reason: String?
  /// When the first call was refused, of those since the last that was not.
  private var since: Duration?
  private var asked = 0

  /// Begins to wait, or goes on after credentials that seemed good were refused again.
  ///
  /// - Parameter reason: What the service said of them.
  mutating func begin(at now: Duration, _ reason: String) {
    isHolding = true
    self.reason = reason
    since = since ?? now
  }

  /// How long to wait before asking for credentials again: not at all the first time, since they may just be old.
  mutating func nextWait() -> Duration {
    asked += 1
    return asked == 1 ? .zero : RenewalRule.interval
  }

  /// Whether it has lasted for `limit`.
  func isOver(_ limit: Duration?, at now: Duration) -> Bool {
    guard let limit, let since else { return false }
    return now - since >= limit
  }

  /// Calls may be sent again; whether they are accepted is yet to be seen.
  mutating func end() {
    isHolding = false
  }

  /// Notes a call that was accepted.
  mutating func succeeded() {
    // One that was sent before the pause says nothing about the credentials of now.
    if !isHolding { self = RunPause() }
  }
}
