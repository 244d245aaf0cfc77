import AppStream
import PeopleLists
import PlainText

/// Finds people one by one, by the rules that a selection of the commands has.
struct PeopleFinder {
  private let use: PeopleUse
  private let estate: Estate
  private var users: UserOrder
  private let kept: KeptPeople
  /// Whether names near to one that nobody has are looked for: not while more is read, since to gather the names of a
  /// large account takes seconds, and the search is done again each time that a stack was read.
  private let findsNear: Bool
  /// The names to compare a name with that nobody has; most lists need none.
  private lazy var near = NearNames(knownNames)

  init(_ search: PeopleSearch) {
    (use, estate, kept) = (search.use, search.estate, search.kept)
    findsNear = !ReadExtent(search.estate).isUnderWay
    users = search.users
    users.take(estate.table.userNames)
  }

  private var knownNames: [String] {
    let names = estate.table.userNames
    return names.numbers.filter { estate.isKnown(user: $0) }.map { names[$0] }
  }

  /// Finds who `person` is.
  mutating func find(_ person: ListedPerson) -> FoundPerson {
    FoundPerson(line: person.line, address: person.address, match: match(person.address))
  }

  private mutating func match(_ address: String) -> FoundPerson.Match {
    let names = estate.table.userNames
    if let user = names.number(of: address), estate.isKnown(user: user) {
      return kept.contains(user, in: names) ? .kept : .user(rows: estate.associations(ofUser: user))
    }
    let others = others(like: address)
    guard others.isEmpty else {
      return .otherCase(
        others.map { user in
          FoundPerson.Candidate(
            name: names[user],
            rows: estate.associations(ofUser: user),
            isKept: kept.contains(user, in: names)
          )
        }
      )
    }
    let nearest = findsNear ? near.nearest(to: address) : nil
    return .nobody(near: nearest?.names ?? [], nearest?.likeness)
  }

  /// The users who may be meant by an address that nobody has, in order.
  private func others(like address: String) -> [UInt32] {
    let names = estate.table.userNames
    let others = users.lookAlikes(of: address, names) { estate.isKnown(user: $0) }
    switch use {
    case .keep: return others
    case .mark:
      let folded = ExactText(address.lowercased())
      return others.filter { ExactText(names[$0].lowercased()) == folded }
    }
  }
}
