/// What was entered in prompts since the program began, of every kind by itself; the latest comes last.
struct PromptHistory: Sendable, Equatable {
  /// The prompts that have their entries in common.
  enum Kind: Sendable, Hashable {
    case filter, command, path, search, reason
  }

  /// So many entries of a kind are kept.
  static let limit = 100

  private var entries: [Kind: [String]] = [:]

  subscript(kind: Kind) -> [String] { entries[kind] ?? [] }

  /// Keeps what was entered, unless it says nothing or is what was entered last.
  mutating func add(_ text: String, to kind: Kind) {
    guard text.contains(where: { !$0.isWhitespace }), text != self[kind].last else { return }
    entries[kind] = (self[kind] + [text]).suffix(Self.limit)
  }
}
