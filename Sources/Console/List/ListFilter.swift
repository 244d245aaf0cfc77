/// What the filter says: words that must all occur in a line of a list, or must not.
///
/// `word` looks at what the line shows, `field:word` at one field of it, and `!` before either excludes. `word|word`
/// stands for one of them. Case makes no difference.
struct ListFilter<Field: FilterField>: Sendable, Equatable {
  /// What was typed.
  let text: String
  let terms: [Term]

  /// A part of a filter.
  struct Term: Sendable, Equatable {
    /// One of them must occur.
    var words: [FoldedWord]
    /// Where; `nil` for anything that a line shows.
    var field: Field?
    var isExcluding: Bool

    /// Whether it looks at a line's `field`: one that is not named looks at all that a line shows.
    func looks(at field: Field) -> Bool { self.field.map { $0 == field } ?? Field.shown.contains(field) }

    /// Whether one of its words occurs in `text`.
    func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool { words.contains { $0.occurs(in: text) } }

    /// The same of a whole text.
    func occurs(in text: String) -> Bool { words.contains { $0.occurs(in: text) } }
  }

  init(_ text: String) {
    self.text = text
    terms = text.split(whereSeparator: \.isWhitespace).compactMap { Self.term($0) }
  }

  private init(_ text: String, _ terms: [Term]) {
    (self.text, self.terms) = (text, terms)
  }

  /// What it excludes, each as a filter that lets just that through.
  var excluded: [ListFilter] {
    terms.filter(\.isExcluding).map { ListFilter("", [Term(words: $0.words, field: $0.field, isExcluding: false)]) }
  }

  /// Whether it lets every row through.
  var isEmpty: Bool { terms.isEmpty }

  /// Whether it lets no row through that `other` does not: it is what came of typing on, as a rule.
  func narrows(_ other: ListFilter) -> Bool {
    guard terms.count >= other.terms.count else { return false }
    return zip(terms, other.terms).allSatisfy { term, earlier in
      if term == earlier { return true }
      guard term.field == earlier.field, !term.isExcluding, !earlier.isExcluding, earlier.words.count == 1 else {
        return false
      }
      return term.words.allSatisfy { $0.includes(earlier.words[0]) }
    }
  }

  /// `nil` for what is not a whole term yet, such as `!` or `user:`, so that rows stay while it is typed.
  private static func term(_ typed: Substring) -> Term? {
    let isExcluding = typed.hasPrefix("!")
    var word = isExcluding ? typed.dropFirst() : typed
    var field: Field?
    if let colon = word.firstIndex(of: ":"), let named = Field(rawValue: word[..<colon].lowercased()) {
      field = named
      word = word[word.index(after: colon)...]
    }
    let words = word.split(separator: "|").map { FoldedWord($0) }
    return words.isEmpty ? nil : Term(words: words, field: field, isExcluding: isExcluding)
  }
}

/// A field that can be named in a filter.
protocol FilterField: RawRepresentable<String>, Sendable, Equatable {
  /// Those in which a word is looked for that names none.
  static var shown: [Self] { get }
}

/// A filter of rows: of the user, stack, name, status and result, and where that is named of the authentication type,
/// which almost all rows have in common.
typealias RowFilter = ListFilter<RowColumn>

extension RowColumn: FilterField {}
