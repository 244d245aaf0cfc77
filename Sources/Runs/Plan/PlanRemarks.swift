public import AppStream
import PlainText

/// What a removal means for its people beyond its entries, as far as what was read can tell.
public struct PlanRemarks: Sendable, Equatable {
  /// The users who are left with no stack, sorted; `nil` where other stacks of theirs were not read.
  public let usersLeftAlone: [String]?
  /// The users who stay, and whose names differ from those of the people only in case or in the way they are written.
  public let lookAlikes: [String]

  /// Looks at a removal of `entries`.
  ///
  /// - Parameters:
  ///   - associations: What was read of the account.
  ///   - isComplete: Whether every association of the people concerned is among them.
  ///   - pool: The names of the user pool, where they were read.
  public init(
    removing entries: [Association],
    from associations: [Association],
    isComplete: Bool,
    pool: [String]?
  ) {
    let people = Set(entries.map { ExactText($0.userName) })
    let staying = Set(associations).subtracting(entries).map { ExactText($0.userName) }
    usersLeftAlone = isComplete ? people.subtracting(staying).sorted().map(\.text) : nil
    let known = LookAlikes(associations.map(\.userName) + (pool ?? []))
    let alike = Set(people.flatMap { known.others(like: $0.text) }.map(ExactText.init))
    lookAlikes = alike.subtracting(people).sorted().map(\.text)
  }

  /// The same in sentences; names are cleaned.
  public var lines: [String] {
    var lines: [String] = []
    if let usersLeftAlone, !usersLeftAlone.isEmpty {
      lines.append(usersLeftAlone.count.of("user is", plural: "users are") + " left with no stack.")
    }
    lines += lookAlikes.map { "\($0.visible) looks like one of these people and stays." }
    return lines
  }
}
