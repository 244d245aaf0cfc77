extension [String] {
  /// These texts in at most `columns` columns each, so that those that differ look different.
  ///
  /// Where two that are cut alike would look alike, what they differ in is shown in place of a part of what comes
  /// before it. In fewer than some 12 columns there is not always room for that.
  func shortenedApart(to columns: Int, cut: Cut) -> [String] {
    var shown = Dictionary(map { ($0, $0.shortened(to: columns, cut: cut)) }, uniquingKeysWith: { first, _ in first })
    // Of three that look alike, two may differ further on than the third.
    for _ in 0..<Self.rounds {
      let groups = Dictionary(grouping: shown.keys, by: { shown[$0] ?? $0 }).values.filter { $0.count > 1 }
      if groups.isEmpty { break }
      for group in groups {
        let members = Set(group)
        let others = Set(shown.lazy.filter { !members.contains($0.key) }.map(\.value))
        let ways = Self.apart(group.sorted(), columns)
        let best = ways.first { way in Set(way.values).count == group.count && others.isDisjoint(with: way.values) }
        let next = best ?? ways.max { Set($0.values).count < Set($1.values).count } ?? [:]
        shown.merge(next) { $1 }
      }
    }
    return map { shown[$0] ?? $0 }
  }

  private static let rounds = 8

  /// Ways to show texts that are alike up to a place: less and less of their start, and what follows from that place
  /// on.
  private static func apart(_ texts: [String], _ columns: Int) -> some Sequence<[String: String]> {
    let characters: [[Character]] = texts.map { [Character]($0) }
    var start = characters[0].count
    for text in characters { start = Swift.min(start, zip(characters[0], text).prefix { $0 == $1 }.count) }
    return [columns / 2, columns / 3, columns / 4, 4, 2, 0].lazy.map { head -> [String: String] in
      var way: [String: String] = [:]
      for (text, characters) in zip(texts, characters) {
        let kept = String(characters.prefix(Swift.min(head, start))).shortened(to: head)
        let rest = String(characters.dropFirst(start))
        way[text] = (kept + cutMark + rest).shortened(to: columns)
      }
      return way
    }
  }
}
