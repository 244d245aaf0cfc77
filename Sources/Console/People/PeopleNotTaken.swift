package import PlainText

/// The people of a list who were not taken, and why, as they are written to a file.
package struct PeopleNotTaken: Sendable, Equatable {
  private let people: [FoundPerson]

  init(_ people: [FoundPerson]) {
    self.people = people
  }

  /// The names of the columns.
  package static let columns = ["Line", "Address", "Reason"]

  /// A value of each column for every person.
  package var rows: [[JSONValue]] {
    people.map { person in [.integer(person.line), .string(person.address), .string(person.match.reason)] }
  }
}

extension FoundPerson.Match {
  /// Why the person was not taken, as the end of a sentence whose subject is the address.
  fileprivate var reason: String {
    switch self {
    case .user: "is in the user pool, on none of the stacks read"
    case .otherCase(let candidates):
      "differs only in case from " + candidates.map(\.name).joined(separator: " and ")
        + (candidates.contains(where: \.isKept) ? ", kept" : "")
    case .nobody(let near, _): "is nobody's" + (near.isEmpty ? "" : "; near: " + near.joined(separator: ", "))
    case .kept: "is kept"
    }
  }
}
