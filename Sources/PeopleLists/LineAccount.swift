/// What became of every line of a list: each is counted as exactly one thing.
public struct LineAccount: Sendable, Equatable {
  /// What a line that was taken is.
  public enum Fate: Int, Sendable, CaseIterable {
    /// A person, or several in brackets.
    case person
    /// White space, or a row of empty cells.
    case blank
    /// `# ` and a remark; also the `#TYPE` line of PowerShell.
    case comment
    /// `sep=;`, by which Excel is told the delimiter.
    case separator
    /// Text above the header.
    case title
    /// The headings of a table.
    case header
    /// A line of dashes below them.
    case rule
    /// The row of a template that shows how to fill it in.
    case example
    /// The rest of a row that goes over several lines, in quotes.
    case continuation
    /// The end mark of DOS, U+001A, on a line of its own.
    case endMark

    fileprivate var nouns: (one: String, many: String) {
      switch self {
      case .person: ("person", "people")
      case .blank: ("blank", "blank")
      case .comment: ("comment", "comments")
      case .separator: ("separator", "separators")
      case .title: ("title", "titles")
      case .header: ("header", "headers")
      case .rule: ("rule", "rules")
      case .example: ("example", "examples")
      case .continuation: ("continued", "continued")
      case .endMark: ("end mark", "end marks")
      }
    }
  }

  /// How many lines the list has.
  public internal(set) var total = 0
  private var counts = [Int](repeating: 0, count: Fate.allCases.count)

  /// How many lines became `fate`.
  public subscript(fate: Fate) -> Int { counts[fate.rawValue] }

  /// How many lines name nobody; those that go on with a row of people are not among them.
  public var passedOver: Int { total - self[.person] - self[.continuation] }

  /// Counts `lines` more.
  mutating func add(_ fate: Fate, lines: Int = 1) {
    counts[fate.rawValue] += lines
  }

  /// Whether every line is counted, together with `refused` lines.
  func isWhole(refused: Int) -> Bool {
    counts.reduce(refused, +) == total
  }

  /// `5 lines: 3 people, 1 header, 1 blank`, without what did not occur; items are those of JSON.
  func text(items noun: (one: String, many: String)) -> String {
    let parts = Fate.allCases.filter { self[$0] > 0 }.map { fate in
      "\(self[fate]) \(self[fate] == 1 ? fate.nouns.one : fate.nouns.many)"
    }
    let head = "\(total) \(total == 1 ? noun.one : noun.many)"
    return parts.isEmpty ? head : head + ": " + parts.joined(separator: ", ")
  }
}
