import FoundationEssentials

/// How fast a run's calls are answered, measured over the last of them, so that a service that slows down shows.
struct CallMeter: Sendable, Equatable {
  /// Enough calls for two in flight not to jitter, and few enough to forget the time before a throttle.
  private static let window = 20

  /// When the latest stretch began, and when each of its last calls was answered.
  private var moments: [Date] = []

  /// Begins to measure, unless it has begun.
  mutating func begin(at moment: Date) {
    if moments.isEmpty { moments = [moment] }
  }

  /// Notes a call that brought the run on; one that was throttled did not.
  mutating func noteAnswer(at moment: Date) {
    begin(at: moment)
    moments.append(moment)
    if moments.count > Self.window + 1 { moments.removeFirst() }
  }

  /// Forgets what was measured: the time of a pause says nothing about the service.
  mutating func pause() {
    moments = []
  }

  /// Calls a second; `nil` before a second has passed, which would say nothing about the next.
  var callsPerSecond: Double? {
    guard let first = moments.first, let last = moments.last else { return nil }
    let elapsed = last.timeIntervalSince(first)
    return elapsed < 1 ? nil : Double(moments.count - 1) / elapsed
  }
}
