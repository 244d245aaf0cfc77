import AppStream

/// A line of a list by what it is about, which stays when the line moves.
enum RowKey: Sendable, Hashable {
  case row(AssociationID)
  /// A user, by the number of the name.
  case person(UInt32)
}

/// A range that is open: from one line to the cursor, wherever that goes.
struct RowRange: Sendable, Equatable {
  /// The line where it begins.
  let start: RowKey
  /// Where that line stands now.
  fileprivate(set) var index: Int
}

extension RowList {
  /// The lines from where the open range begins to the cursor; `nil` while none is open.
  var openRange: ClosedRange<Int>? {
    range.map { min($0.index, cursor.index)...max($0.index, cursor.index) }
  }

  /// Begins a range at a line, which is drawn from there.
  mutating func beginRange(at line: RowKey) {
    range = index(of: line).map { RowRange(start: line, index: $0) }
  }

  /// Begins a range at the line under the cursor.
  ///
  /// - Returns: Whether there is such a line.
  mutating func beginRange() -> Bool {
    guard let start = key(at: cursor.index) else { return false }
    range = RowRange(start: start, index: cursor.index)
    return true
  }

  /// Closes the open range.
  ///
  /// - Returns: The lines that are in it.
  mutating func closeRange() -> ClosedRange<Int>? {
    defer { range = nil }
    return openRange
  }

  /// Follows the line where the open range begins; one whose line is not shown any more is closed.
  mutating func followRange() {
    guard let range else { return }
    self.range = index(of: range.start).map { RowRange(start: range.start, index: $0) }
  }
}
