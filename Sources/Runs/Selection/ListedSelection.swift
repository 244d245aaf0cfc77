public import AppStream

/// A list of associations, divided by whether the service has them.
public struct ListedSelection: Sendable, Equatable {
  /// The listed associations that exist, each once, in the order of a plan.
  public var present: [Association]
  /// The listed associations that do not; they are not sent, and their outcome is `absent`.
  public var notAssociated: [Association]

  /// Makes a divided list.
  public init(present: [Association], notAssociated: [Association]) {
    self.present = present
    self.notAssociated = notAssociated
  }
}

extension Selection {
  /// Divides `listed` by whether it is among `associations`; names and types count byte for byte.
  public static func listed(_ listed: [Association], among associations: [Association]) -> ListedSelection {
    let existing = Set(associations)
    let wanted = sortedOnce(listed)
    return ListedSelection(
      present: wanted.filter { existing.contains($0) },
      notAssociated: wanted.filter { !existing.contains($0) }
    )
  }
}
