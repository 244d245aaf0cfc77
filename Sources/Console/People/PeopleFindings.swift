import AppStream
import BitCollections

/// The people of a list as they were found, and what that comes to.
package struct PeopleFindings: Sendable, Equatable {
  let people: [FoundPerson]
  let extent: ReadExtent
  /// What is marked where only users of just the names in the list are taken.
  let exact: Share
  /// The same with those who differ only in case, each of them the only one.
  let withOtherCase: Share
  /// How many are in the pool and on none of the stacks read.
  let onNoStack: Int
  let inOtherCase: Int
  let nobody: Int
  let kept: Int

  /// How many people of the list are taken, and their rows.
  struct Share: Sendable, Equatable {
    let people: Int
    let rows: BitSet
    let stacks: Int
  }

  init(_ people: [FoundPerson], in table: AssociationTable, _ extent: ReadExtent) {
    self.people = people
    self.extent = extent
    let exact = people.compactMap(\.rowsOfItsOwn)
    let others = people.compactMap(\.rowsInOtherCase)
    self.exact = Share(exact, in: table)
    withOtherCase = Share(exact + others, in: table)
    onNoStack = people.count { $0.match == .user(rows: []) }
    inOtherCase = people.count { if case .otherCase = $0.match { true } else { false } }
    nobody = people.count { if case .nobody = $0.match { true } else { false } }
    kept = people.count { $0.match == .kept }
  }

  /// How many differ only in case and can be taken.
  var takeable: Int { withOtherCase.people - exact.people }

  /// Who is taken, with those in other case or without them.
  func share(withOtherCase: Bool) -> Share { withOtherCase ? self.withOtherCase : exact }

  /// The people who are not taken.
  func notTaken(withOtherCase: Bool) -> [FoundPerson] {
    people.filter { person in
      person.rowsOfItsOwn == nil && !(withOtherCase && person.rowsInOtherCase != nil)
    }
  }
}

extension PeopleFindings.Share {
  fileprivate init(_ people: [[AssociationID]], in table: AssociationTable) {
    let rows = people.joined()
    self.init(
      people: people.count,
      rows: BitSet(rows.lazy.map(\.index)),
      stacks: Set(rows.lazy.map { table.stack(of: $0) }).count
    )
  }
}
