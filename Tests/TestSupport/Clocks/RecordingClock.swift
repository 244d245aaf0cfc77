import Synchronization

/// A clock on which every sleep is over at once, and is remembered.
package final class RecordingClock: Clock {
  /// A moment, counted from the making of the clock.
  package struct Instant: InstantProtocol {
    private var offset: Duration

    fileprivate static let start = Self(offset: .zero)

    package func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
    package func duration(to other: Self) -> Duration { other.offset - offset }
    package static func < (one: Self, other: Self) -> Bool { one.offset < other.offset }
  }

  private struct State {
    var now = Instant.start
    var sleeps: [Duration] = []
  }

  private let state = Mutex(State())

  /// Makes a clock that nobody has slept on.
  package init() {}

  /// The sleeps so far, in order.
  package var sleeps: [Duration] { state.withLock(\.sleeps) }

  package var now: Instant { state.withLock(\.now) }
  package var minimumResolution: Duration { .zero }

  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    state.withLock { state in
      state.sleeps.append(state.now.duration(to: deadline))
      state.now = max(state.now, deadline)
    }
  }
}
