public import AppStream
public import PlainText

/// What a removal means for its people beyond its entries, as far as what was read can tell.
public struct PlanRemarks: Sendable, Equatable {
  /// Whether every association of the people concerned was read, so that who has none left is known, and not assumed.
  public let isComplete: Bool
  /// The people of whom something would be sent, and of whom no other association was read than those that go.
  package let usersWithNothingElse: Set<ExactText>
  /// The users who stay, and whose names differ from those of the people only in case or in the way they are written,
  /// sorted.
  public let lookAlikes: [String]
  /// Whether each of them differs in case from one of the people, and in nothing else.
  public let isCaseOnly: Bool

  /// Looks at a removal of `entries`.
  ///
  /// It takes time in proportion to the number of `rows`.
  ///
  /// - Parameters:
  ///   - entries: What the plan takes off.
  ///   - toSend: Those of them that would be sent, once a check has told; `nil` for all.
  ///   - rows: What was read of the people's associations, or of all, without what an earlier run is known to have
  ///     taken off since.
  ///   - isComplete: Whether every association of the people concerned is among them.
  ///   - othersLike: The names like one of everybody who was read, on stacks or in the user pool, as
  ///     `LookAlikes.others(like:)` tells them.
  public init(
    removing entries: [Association],
    sending toSend: [Association]? = nil,
    from rows: some Sequence<Association>,
    isComplete: Bool,
    othersLike: (String) -> [String]
  ) {
    let people = Set(entries.lazy.map { ExactText($0.userName) })
    let planned = Set(entries)
    var alone = toSend.map { Set($0.lazy.map { ExactText($0.userName) }) } ?? people
    for row in rows where !alone.isEmpty {
      let user = ExactText(row.userName)
      if alone.contains(user), !planned.contains(row) { alone.remove(user) }
    }
    self.isComplete = isComplete
    usersWithNothingElse = alone
    let others = Set(people.flatMap { othersLike($0.text) }.map(ExactText.init)).subtracting(people)
    lookAlikes = others.sorted().map(\.text)
    let folded = Set(people.lazy.map { $0.text.lowercased() }.map(ExactText.init))
    isCaseOnly = others.allSatisfy { folded.contains(ExactText($0.text.lowercased())) }
  }

  /// The users who are left with no stack, sorted; `nil` where other stacks of theirs may not have been read.
  public var usersLeftAlone: [String]? { isComplete ? usersWithNothingElse.sorted().map(\.text) : nil }

  /// The same in sentences; names are visible.
  public var lines: [Line] {
    var lines: [Line] = []
    if let usersLeftAlone, !usersLeftAlone.isEmpty {
      lines.append(usersLeftAlone.count.of("user is", plural: "users are") + " left with no stack.")
    }
    lines += lookAlikes.map { "\($0) looks like one of these people and stays." }
    return lines
  }
}
