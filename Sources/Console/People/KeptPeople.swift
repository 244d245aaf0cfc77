import AppStream
import BitCollections
import PlainText

/// The people whom no key marks: those of lists, and everyone whose name looks like one of theirs.
///
/// They are kept by the names that they may go by, so that rows that are read later are theirs as well.
package struct KeptPeople: Sendable, Equatable {
  /// What people call the lists.
  private(set) var sources: [String] = []
  /// The names without case; Swift's strings are equal across normal forms, so one key is all that look alike.
  private var keys: Set<String> = []
  /// The users who go by these names, by the numbers of their names.
  private(set) var users = BitSet()
  /// How many names have been looked at.
  private var seenCount = 0

  /// Nobody.
  init() {}

  /// Those called `addresses` in the list that people know as `source`, among all `names`.
  init(_ addresses: some Sequence<String>, from source: String, in names: NameTable) {
    sources = [source]
    keys = Set(addresses.lazy.map { $0.lowercased() })
    take(names)
  }

  var isEmpty: Bool { keys.isEmpty }

  /// How many users are kept.
  var count: Int { users.count }

  /// Whether the user is kept whose name in `names` has this number.
  func contains(_ user: UInt32, in names: NameTable) -> Bool {
    guard !isEmpty else { return false }
    return user < seenCount ? users.contains(Int(user)) : contains(names[user])
  }

  /// Whether a user of this name is kept.
  func contains(_ name: String) -> Bool { !isEmpty && keys.contains(name.lowercased()) }

  /// Looks at the names that came since the last time.
  mutating func take(_ names: NameTable) {
    guard !isEmpty else { return }
    for number in UInt32(seenCount)..<UInt32(max(seenCount, names.count)) where contains(names[number]) {
      users.insert(Int(number))
    }
    seenCount = max(seenCount, names.count)
  }

  /// Keeps those of `other` as well; both have looked at the same names.
  mutating func formUnion(_ other: KeptPeople) {
    sources += other.sources.filter { !sources.contains($0) }
    keys.formUnion(other.keys)
    users.formUnion(other.users)
    seenCount = max(seenCount, other.seenCount)
  }

  /// The same people, of whose names none has been read yet.
  var unread: KeptPeople {
    var people = self
    (people.users, people.seenCount) = ([], 0)
    return people
  }

  /// All rows of theirs in `table`, whether they are there or not.
  func rows(in table: AssociationTable) -> [AssociationID] {
    users.flatMap { table.associations(ofUser: UInt32($0)) }
  }

  /// What the lists are called in a sentence.
  var sourceNames: Line { sources.map { Line($0) }.joined(separator: ", ") }
}
