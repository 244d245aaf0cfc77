import AppStream

/// A person of a list, and who that is.
package struct FoundPerson: Sendable, Equatable {
  /// The line on which the address stands first, or of JSON the number of the item.
  let line: Int
  /// The address, byte for byte.
  let address: String
  let match: Match

  /// Who an address stands for.
  enum Match: Sendable, Equatable {
    /// A user of just this name, with these rows; none where the user is on none of the stacks read.
    case user(rows: [AssociationID])
    /// Users whose names differ from it only in case, in order; for a list of people to keep also those whose names are
    /// written with other characters that look the same.
    case otherCase([Candidate])
    /// Nobody; these are the nearest names, and how they are like it.
    case nobody(near: [String], Likeness?)
    /// A user who is kept.
    case kept

    /// Whether it is clear whom a list of people to keep means.
    var isOnePerson: Bool {
      switch self {
      case .user, .kept: true
      case .otherCase(let candidates): candidates.count == 1
      case .nobody: false
      }
    }
  }

  /// Somebody who may be meant.
  struct Candidate: Sendable, Equatable {
    let name: String
    let rows: [AssociationID]
    let isKept: Bool
  }

  /// The rows of the user of just this name, where there are any that may be marked.
  var rowsOfItsOwn: [AssociationID]? {
    guard case .user(let rows) = match, !rows.isEmpty else { return nil }
    return rows
  }

  /// The rows of the only user who has this name in another case, where there are any that may be marked.
  var rowsInOtherCase: [AssociationID]? {
    guard case .otherCase(let candidates) = match, candidates.count == 1, !candidates[0].isKept else { return nil }
    return candidates[0].rows.isEmpty ? nil : candidates[0].rows
  }
}
