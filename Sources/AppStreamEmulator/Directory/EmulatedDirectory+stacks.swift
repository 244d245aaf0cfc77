package import PlainText

extension EmulatedDirectory {
  /// `CreateStack`.
  package mutating func createStack(_ stack: EmulatedStack) throws(EmulatedRefusal) {
    if let quota = rules.stackQuota, stackCount >= quota {
      throw .limitExceeded("You have reached the maximum number of stacks (\(quota)) for your account.")
    }
    guard stacks[ExactText(stack.name)] == nil else {
      throw .alreadyExists("Stack with name \(stack.name) already exists.")
    }
    stacks[ExactText(stack.name)] = stack
  }

  /// `UpdateStack`: replaces the given members and drops those named in `removing`.
  package mutating func updateStack(
    _ name: String,
    _ attributes: [String: JSONValue],
    removing: [String] = []
  ) throws(EmulatedRefusal) -> EmulatedStack {
    var stack = try stack(name)
    for member in removing { stack.attributes[member] = nil }
    stack.attributes.merge(attributes) { _, new in new }
    stacks[ExactText(name)] = stack
    return stack
  }

  /// `DeleteStack`; its associations go with it.
  package mutating func deleteStack(_ name: String) throws(EmulatedRefusal) {
    _ = try stack(name)
    for identity in associations.identities(of: name) { associations.erase(identity) }
    stacks[ExactText(name)] = nil
  }

  /// `DescribeStacks` of the given names, all of which must be there.
  package func stacks(named names: [String]) throws(EmulatedRefusal) -> [EmulatedStack] {
    var found: [EmulatedStack] = []
    for name in names { found.append(try stack(name)) }
    return found
  }

  /// `DescribeStacks` without names.
  package func stackPage(from position: Int) -> EmulatedPage<EmulatedStack> {
    let page = stacks.page(from: position, limit: rules.stacksPerPage)
    return EmulatedPage(elements: page.values, next: page.next)
  }

  /// `TagResource`, `UntagResource`: sets the tags of a stack, or drops those whose value is `nil`.
  package mutating func tagStack(_ name: String, _ tags: [String: String?]) throws(EmulatedRefusal) {
    var stack = try stack(name)
    for (key, value) in tags { stack.tags[key] = value }
    guard stack.tags.count <= 50 else { throw .limitExceeded("A resource can have at most 50 tags.") }
    stacks[ExactText(name)] = stack
  }

  /// The stack called `name`.
  package func stack(_ name: String) throws(EmulatedRefusal) -> EmulatedStack {
    guard let stack = stacks[ExactText(name)] else {
      throw .resourceNotFound("Stack with name \(name) does not exist.")
    }
    return stack
  }
}
