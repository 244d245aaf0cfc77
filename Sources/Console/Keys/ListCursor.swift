/// Where the cursor stands in a list, and from which row on the list is shown.
struct ListCursor: Sendable, Equatable {
  /// The row under the cursor.
  private(set) var index = 0
  /// The first row on the screen.
  private(set) var offset = 0

  /// Moves through `count` rows, of which `height` are shown, so many times.
  mutating func move(_ movement: Movement, times: Int = 1, count: Int, height: Int) {
    let rows = (movement.rows(height: height) ?? 0) * times
    switch movement {
    case .first: index = 0
    case .last: index = count - 1
    case .pageUp, .pageDown: page(rows, count: count, height: height)
    default: index += rows
    }
    fit(count: count, height: height)
  }

  /// Puts the cursor on a row, and leaves the rest as still as it can be.
  mutating func go(to row: Int, count: Int, height: Int) {
    index = row
    fit(count: count, height: height)
  }

  /// Follows the row under the cursor to its new place, and keeps it on the line of the screen where it was.
  mutating func follow(to row: Int, count: Int, height: Int) {
    offset += row - index
    index = row
    fit(count: count, height: height)
  }

  /// Keeps the cursor inside the list, and the list inside the window.
  ///
  /// A cursor that leaves the window moves it by half its height: scrolling by single rows would send almost a whole
  /// screen down the line for every key.
  mutating func fit(count: Int, height: Int) {
    let height = max(1, height)
    index = max(0, min(index, count - 1))
    if index < offset {
      offset = offset - index <= height / 2 ? offset - (height + 1) / 2 : index - height / 2
    } else if index >= offset + height {
      offset = index < offset + height + height / 2 ? offset + (height + 1) / 2 : index - height / 2
    }
    offset = max(0, min(offset, count - height))
  }

  /// Moves the window, and the cursor no further than it must to stay in it.
  mutating func scroll(by rows: Int, count: Int, height: Int) {
    offset = max(0, min(offset + rows, count - height))
    index = max(offset, min(index, offset + max(1, height) - 1, count - 1))
  }

  /// The rows on the screen.
  func visible(count: Int, height: Int) -> Range<Int> {
    let start = max(0, min(offset, count))
    return start..<max(start, min(count, start + max(0, height)))
  }

  /// The next other row that is wanted, or the previous one, going round at the ends.
  func next(forward: Bool, count: Int, where isWanted: (Int) -> Bool) -> Int? {
    let after = min(index + 1, count)..<count
    let before = 0..<min(index, count)
    return forward
      ? after.first(where: isWanted) ?? before.first(where: isWanted)
      : before.last(where: isWanted) ?? after.last(where: isWanted)
  }

  /// Window and cursor move together, so that the row under the cursor stays on its line of the screen.
  private mutating func page(_ rows: Int, count: Int, height: Int) {
    index += rows
    offset = max(0, min(offset + rows, count - height))
  }
}
