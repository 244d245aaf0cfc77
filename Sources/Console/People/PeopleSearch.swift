import AppStream
import PeopleLists
import PlainText

/// What it takes to find the people of a list among what has been read, as one value: in a large account that takes
/// longer than a key may, and is done elsewhere while keys are taken.
///
/// Names are matched byte for byte, as a selection of the commands is (`Selection`): another case is another user.
package struct PeopleSearch: Sendable, Equatable {
  /// The number of the request.
  package let number: Int
  let use: PeopleUse
  let people: [ListedPerson]
  let sourceName: String
  let estate: Estate
  /// The users in order, as far as they have been put in order.
  let users: UserOrder
  let kept: KeptPeople

  /// What a search comes to.
  package enum Outcome: Sendable, Equatable {
    /// Where everybody was found, to be marked.
    case found(PeopleFindings)
    /// Everybody is somebody, and can be kept.
    case kept(KeptPeople)
    /// Some are nobody, or it is not clear who, and so nobody is kept.
    case unclear([FoundPerson], ReadExtent)
  }

  /// Finds the people.
  package func outcome() -> Outcome {
    var finder = PeopleFinder(self)
    let found = people.map { finder.find($0) }
    let extent = ReadExtent(estate)
    switch use {
    case .mark: return .found(PeopleFindings(found, in: estate.table, extent))
    case .keep:
      let unclear = found.filter { !$0.match.isOnePerson }
      guard unclear.isEmpty else { return .unclear(unclear, extent) }
      let names = estate.table.userNames
      return .kept(KeptPeople(people.lazy.map(\.address), from: sourceName, in: names))
    }
  }
}
