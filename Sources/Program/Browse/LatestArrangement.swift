import Console
import Synchronization

/// Which arrangements of rows somebody still waits for, one in each place: one that another took the place of is given
/// up midway.
final class LatestArrangement: Sendable {
  private let numbers = Mutex<[RowPlace: Int]>([:])

  /// From now on somebody waits for `arrangement` alone in its place.
  func await(_ arrangement: Arrangement) {
    numbers.withLock { $0[arrangement.place] = arrangement.number }
  }

  /// Finds the rows of `arrangement`; `nil` when another one took its place.
  func rows(of arrangement: Arrangement) -> ArrangedRows? {
    arrangement.arranged { numbers.withLock { $0[arrangement.place] } != arrangement.number }
  }
}
