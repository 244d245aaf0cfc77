import PlainText
import Screen

/// What was searched for in the help, and at which of its places it stands.
struct HelpSearch: Sendable, Equatable {
  let word: String
  var place = 0
}

/// A place in a text that was searched for.
struct TextMatch: Sendable, Equatable {
  /// The line of the text.
  let row: Int
  let columns: Range<Int>
}

extension HelpScreen {
  /// Where `word` occurs, as the text is laid out on a screen of this size.
  func matches(of word: String, on size: Size) -> [TextMatch] {
    text.rows(columns: size.columns).enumerated().flatMap { row, line in
      line.places(of: word).map { TextMatch(row: row, columns: $0) }
    }
  }

  /// Searches for a word, and goes to the first place at a line or after it, or else to the first of all.
  mutating func search(for word: String, from row: Int, on size: Size) {
    guard !word.isEmpty else {
      search = nil
      return
    }
    let matches = matches(of: word, on: size)
    let place = matches.firstIndex { $0.row >= row } ?? 0
    search = HelpSearch(word: word, place: place)
    if matches.indices.contains(place) { text.show(row: matches[place].row, on: size) }
  }

  /// Goes so many places on, round at the ends.
  mutating func goToMatch(by step: Int, on size: Size) {
    guard let search else { return }
    let matches = matches(of: search.word, on: size)
    guard !matches.isEmpty else { return }
    let place = (search.place % matches.count + step + matches.count) % matches.count
    self.search?.place = place
    text.show(row: matches[place].row, on: size)
  }
}
