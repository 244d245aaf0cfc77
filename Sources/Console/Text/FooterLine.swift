import PlainText
import Screen

extension Frame {
  /// Puts as many hints on the last row as fit; the essential ones, such as that of the help, are always among them.
  mutating func putFooter(_ hints: [KeyHint]) {
    var room = size.columns - Self.footerWidth(of: hints.filter(\.isEssential))
    var places = Set(hints.indices.filter { hints[$0].isEssential })
    for place in hints.indices.sorted(by: { hints[$0].rank < hints[$1].rank }) where !places.contains(place) {
      guard hints[place].width + Self.gap <= room else { continue }
      places.insert(place)
      room -= hints[place].width + Self.gap
    }
    let shown = places.sorted().map { hints[$0] }
    var column = 0
    for hint in shown {
      put(hint.key, row: size.rows - 1, column: column, style: .key)
      put(hint.words, row: size.rows - 1, column: column + DisplayWidth.of(hint.key) + 1, style: .dim)
      column += hint.width + Self.gap
    }
  }

  /// How many columns `hints` take in one row.
  static func footerWidth(of hints: [KeyHint]) -> Int {
    hints.reduce(0) { $0 + $1.width + gap } - (hints.isEmpty ? 0 : gap)
  }

  private static let gap = 2
}

extension KeyHint {
  fileprivate var width: Int { DisplayWidth.of(key) + 1 + DisplayWidth.of(words) }
}
