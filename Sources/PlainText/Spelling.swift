/// How far one spelling is from another.
package enum Spelling {
  /// Whether one byte more, less, changed or swapped with its neighbour makes `one` of `other`.
  package static func isOneEdit(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard abs(one.count - other.count) <= 1 else { return false }
    let shorter = min(one.count, other.count)
    var start = 0
    while start < shorter, one[start] == other[start] { start += 1 }
    var end = 0
    while end < shorter - start, one[one.count - 1 - end] == other[other.count - 1 - end] { end += 1 }
    let (left, right) = (one.count - start - end, other.count - start - end)
    if max(left, right) <= 1 { return true }
    return left == 2 && right == 2 && one[start] == other[start + 1] && one[start + 1] == other[start]
  }

  /// The number of letters to add, take away, change or swap with their neighbour (optimal string alignment).
  package static func distance(_ one: String, _ other: String) -> Int {
    let (left, right) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    var rows = [Array(0...right.count)]
    for (row, scalar) in left.enumerated() {
      var next = [row + 1]
      for column in right.indices {
        var best = min(
          rows[row][column + 1] + 1,
          next[column] + 1,
          rows[row][column] + (scalar == right[column] ? 0 : 1)
        )
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == right[column] {
          best = min(best, rows[row - 1][column - 1] + 1)
        }
        next.append(best)
      }
      rows.append(next)
    }
    return rows[left.count][right.count]
  }

  /// The one of `words` that `typed` was most likely meant to be; `nil` where none is near.
  package static func nearest(to typed: String, in words: some Sequence<String>) -> String? {
    let most = max(1, typed.count / 3)
    return words.map { ($0, distance(typed, $0)) }.filter { $0.1 <= most }.min { $0.1 < $1.1 }?.0
  }
}
