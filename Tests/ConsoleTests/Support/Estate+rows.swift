import AppStream

extension Estate {
  /// An estate of which these rows have been read: users by stack.
  static func reading(_ stacks: KeyValuePairs<String, [String]>) -> Estate {
    var estate = Estate()
    estate.apply(.stackListStarted)
    estate.apply(.stacks(stacks.map { Stack(name: $0.key) }))
    estate.apply(.stackListEnded(nil, at: noon))
    for (stack, users) in stacks { estate.read(stack, users) }
    return estate
  }

  /// Reads a stack from its beginning, whose rows are of these users now.
  mutating func read(_ stack: String, _ users: [String]) {
    apply(.associationsStarted(stack: stack))
    apply(.associations(stack: stack, users.map { UserStackAssociation(stackName: stack, userName: $0) }))
    apply(.associationsEnded(stack: stack, nil, at: noon))
  }

  /// Reads one more page of a stack.
  mutating func readPage(_ stack: String, _ users: some Sequence<String>) {
    apply(.associations(stack: stack, users.map { UserStackAssociation(stackName: stack, userName: $0) }))
  }
}
