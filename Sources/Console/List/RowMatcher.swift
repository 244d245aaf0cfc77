import AppStream

/// Finds the rows that a filter lets through: each word is looked for once in every name that there is, and then rows
/// are picked by number.
struct RowMatcher {
  /// So many terms are looked for at once: one bit each.
  static let termsAtOnce = 8

  private let source: RowSource
  private let terms: [RowFilter.Term]
  /// The bits of the terms that must occur, and those that must not.
  private let wanted: UInt8
  private let excluded: UInt8
  private let users: [UInt8]
  private let stacks: [UInt8]
  private let looksAtResults: Bool
  private let looksAtTypes: Bool

  /// Looks for `terms`, which are at most ``termsAtOnce``, in all names.
  private init(_ terms: some Sequence<RowFilter.Term>, _ source: RowSource) {
    let (terms, estate) = (Array(terms), source.estate)
    (self.terms, self.source) = (terms, source)
    excluded = Self.bits(of: terms, where: \.isExcluding)
    wanted = Self.bits(of: terms, where: { !$0.isExcluding })
    looksAtResults = !source.results.isEmpty && terms.contains { $0.looks(at: .result) }
    looksAtTypes = terms.contains { $0.looks(at: .type) }
    stacks = Self.found(terms, at: .stack, in: estate.table.stackNames)
    users = Self.users(terms, estate)
  }

  /// Those of `rows` that `filter` lets through; `nil` when it was given up meanwhile.
  static func rows(
    _ rows: [AssociationID],
    _ filter: RowFilter,
    _ source: RowSource,
    isGivenUp: () -> Bool = { false }
  ) -> [AssociationID]? {
    passed(rows, filter, source, isGivenUp) { matcher, row in matcher.isLetThrough(row) }
  }

  /// Those of `people` on no stack, by the numbers of their names, that `filter` lets through; `nil` when it was given
  /// up meanwhile.
  static func people(
    _ people: [UInt32],
    _ filter: RowFilter,
    _ source: RowSource,
    isGivenUp: () -> Bool = { false }
  ) -> [UInt32]? {
    passed(people, filter, source, isGivenUp) { matcher, person in matcher.isLetThrough(matcher.users[Int(person)]) }
  }

  private static func passed<Item>(
    _ items: [Item],
    _ filter: RowFilter,
    _ source: RowSource,
    _ isGivenUp: () -> Bool,
    where isLetThrough: (RowMatcher, Item) -> Bool
  ) -> [Item]? {
    var left = items
    for start in stride(from: 0, to: filter.terms.count, by: termsAtOnce) {
      let matcher = RowMatcher(filter.terms[start...].prefix(termsAtOnce), source)
      var found: [Item] = []
      for piece in stride(from: 0, to: left.count, by: pieceLength) {
        if isGivenUp() { return nil }
        for item in left[piece..<min(left.count, piece + pieceLength)] where isLetThrough(matcher, item) {
          found.append(item)
        }
      }
      left = found
    }
    return left
  }

  /// After so many rows it is asked whether anybody still wants to know.
  static let pieceLength = 65_536

  private func isLetThrough(_ id: AssociationID) -> Bool {
    let table = source.estate.table
    var found = users[Int(table.user(of: id))] | stacks[Int(table.stack(of: id))]
    if looksAtTypes { found |= Self.found(terms, at: .type, in: table.type(of: id).rawValue) }
    if looksAtResults, let result = source.results[id, table] {
      found |= Self.found(terms, at: .result, in: result.text)
    }
    return isLetThrough(found)
  }

  /// Whether what was found of the terms, as bits, is enough.
  private func isLetThrough(_ found: UInt8) -> Bool { found & wanted == wanted && found & excluded == 0 }

  /// The bits of the terms found in each user's name, and in what the pool says of the user.
  private static func users(_ terms: [RowFilter.Term], _ estate: Estate) -> [UInt8] {
    let names = estate.table.userNames
    var found = found(terms, at: .user, in: names)
    let (nameBits, statusBits) = (bits(of: terms) { $0.looks(at: .name) }, bits(of: terms) { $0.looks(at: .status) })
    guard nameBits | statusBits != 0 else { return found }
    let words = (0..<UInt32(estate.wordCount)).map { word in
      Self.found(terms, estate.text(ofWord: word)) & (nameBits | statusBits)
    }
    let missing = Self.found(terms, UserFacts(estate).missing) & (nameBits | statusBits)
    let dash = Self.found(terms, "-")
    let disabled = Self.found(terms, UserFacts.disabled) & statusBits
    let empty = estate.number(ofWord: "")
    func part(_ word: UInt32?) -> UInt8? { word == empty ? nil : word.map { words[Int($0)] } }
    for user in names.numbers {
      guard let facts = estate.words(ofUser: user) else {
        found[Int(user)] |= missing
        continue
      }
      let (first, last) = (part(facts.firstName), part(facts.lastName))
      let name = first == nil && last == nil ? dash : (first ?? 0) | (last ?? 0)
      let status = facts.enabled == false ? disabled : facts.status.map { words[Int($0)] } ?? dash
      found[Int(user)] |= name & nameBits | status & statusBits
    }
    return found
  }

  private static func found(_ terms: [RowFilter.Term], at field: RowColumn, in names: NameTable) -> [UInt8] {
    var found = [UInt8](repeating: 0, count: names.count)
    for (place, term) in terms.enumerated() where term.looks(at: field) {
      let bit = UInt8(1) << UInt8(place)
      for number in names.numbers where names.withUTF8(of: number, { term.occurs(in: $0) }) {
        found[Int(number)] |= bit
      }
    }
    return found
  }

  private static func found(_ terms: [RowFilter.Term], at field: RowColumn, in text: String) -> UInt8 {
    found(terms, text) & bits(of: terms) { $0.looks(at: field) }
  }

  /// The bits of the terms that are found in `text`, whatever they look at.
  private static func found(_ terms: [RowFilter.Term], _ text: String) -> UInt8 {
    bits(of: terms) { $0.occurs(in: text) }
  }

  private static func bits(of terms: [RowFilter.Term], where isWanted: (RowFilter.Term) -> Bool) -> UInt8 {
    terms.enumerated().reduce(UInt8(0)) { bits, term in
      isWanted(term.element) ? bits | 1 << UInt8(term.offset) : bits
    }
  }
}
