import Console
import Synchronization

/// Which arrangement of rows somebody still waits for: one that another took the place of is given up midway.
final class LatestArrangement: Sendable {
  private let number = Atomic(0)

  /// From now on somebody waits for `arrangement` alone.
  func await(_ arrangement: Arrangement) {
    number.store(arrangement.number, ordering: .relaxed)
  }

  /// Finds the rows of `arrangement`; `nil` when another one took its place.
  func rows(of arrangement: Arrangement) -> ArrangedRows? {
    arrangement.arranged { number.load(ordering: .relaxed) != arrangement.number }
  }
}
