package import FoundationEssentials
import Synchronization

/// A time that stands still until somebody moves it; everything that lives in a test can read the same one.
package final class TestTime: Sendable {
  /// When it begins unless a test says otherwise: 2026-11-22T14:02:11Z.
  package static let start = Date(timeIntervalSince1970: 1_795_356_131)

  private let start: Date
  private let moved = Mutex(Duration.zero)

  /// Makes a time that begins at `start`.
  package init(_ start: Date = TestTime.start) {
    self.start = start
  }

  /// How far it has moved.
  package var elapsed: Duration { moved.withLock { $0 } }

  /// What a clock on the wall says.
  package var date: Date { start.addingTimeInterval(elapsed / .seconds(1)) }

  /// Lets so much time go by.
  package func advance(by duration: Duration) {
    moved.withLock { $0 += duration }
  }

  /// Lets time go by until it has moved so far, unless it has already.
  package func reach(_ elapsed: Duration) {
    moved.withLock { $0 = max($0, elapsed) }
  }
}
