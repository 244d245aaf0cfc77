/// A way to move through a list.
enum Movement: Sendable, Equatable, CaseIterable {
  case up, down
  case pageUp, pageDown
  case halfPageUp, halfPageDown
  case first, last

  /// How many rows it moves in a window of `height` rows; `nil` for the ends of the list.
  func rows(height: Int) -> Int? {
    let page = max(1, height)
    return switch self {
    case .up: -1
    case .down: 1
    case .pageUp: -page
    case .pageDown: page
    case .halfPageUp: -max(1, page / 2)
    case .halfPageDown: max(1, page / 2)
    case .first, .last: nil
    }
  }
}
