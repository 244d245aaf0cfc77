/// What the filter says: words that must all occur in a row, or must not.
///
/// `word` looks at the user, stack, name, status and result, `field:word` at one of them or at the authentication type,
/// and `!` before either excludes. `word|word` stands for one of them. Case makes no difference.
struct RowFilter: Sendable, Equatable {
  /// What was typed.
  let text: String
  private let terms: [Term]

  /// A part of a row that can be named in a filter.
  enum Field: String, Sendable, CaseIterable {
    case user, name, status, type, stack, result
  }

  private struct Term: Sendable, Equatable {
    /// One of them must occur.
    var words: [FoldedWord]
    var field: Field?
    var isExcluding: Bool
  }

  init(_ text: String) {
    self.text = text
    terms = text.split(whereSeparator: \.isWhitespace).compactMap { Self.term($0) }
  }

  /// Whether it lets every row through.
  var isEmpty: Bool { terms.isEmpty }

  /// Whether a row is shown; `value` gives what the row has in a field.
  func matches(_ value: (Field) -> String) -> Bool {
    terms.allSatisfy { term in
      let fields = term.field.map { [$0] } ?? Self.searched
      return fields.contains { field in
        let text = value(field)
        return term.words.contains { $0.occurs(in: text) }
      } != term.isExcluding
    }
  }

  /// What a word without a field is looked for in.
  ///
  /// All that a row shows; the type is not shown, and almost every row has the same.
  private static let searched: [Field] = [.user, .stack, .name, .status, .result]

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
