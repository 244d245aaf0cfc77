package import AppStream
import PlainText

/// The user pool of an account, as a value: stacks, users, who is on which stack, and tags.
///
/// Its operations follow the service's model and the AWS documentation; where both are silent, ``rules`` decides. One
/// directory stands for every Region: only the ARNs differ.
package struct EmulatedDirectory: Sendable {
  /// The responses that AWS does not document.
  package var rules: EmulatorRules
  var stacks = PagedTable<ExactText, EmulatedStack>()
  var users = PagedTable<UserKey, EmulatedUser>()
  var associations = AssociationTable()

  /// Makes an empty directory.
  package init(rules: EmulatorRules = EmulatorRules()) {
    self.rules = rules
  }

  /// All stacks, in order of creation.
  package var allStacks: [EmulatedStack] { Array(stacks.values) }

  /// All users, in order of creation.
  package var allUsers: [EmulatedUser] { Array(users.values) }

  /// All associations as they are, whatever a lagging read shows; sorted.
  package var allAssociations: [UserStackAssociation] {
    associations.present.sorted { $0.identity < $1.identity }
  }

  /// How many stacks there are.
  package var stackCount: Int { stacks.count }

  /// How many users there are.
  package var userCount: Int { users.count }

  /// Whether the association is there, whatever a lagging read shows.
  package func contains(_ identity: Association) -> Bool { associations.contains(identity) }
}

/// A page of a list, and where the next one begins; `nil` at the end of the list.
package struct EmulatedPage<Element: Sendable>: Sendable {
  /// What is on it.
  package var elements: [Element]
  /// The position to ask for the next page with.
  package var next: Int?

  /// Makes a page.
  package init(elements: [Element], next: Int? = nil) {
    self.elements = elements
    self.next = next
  }
}
