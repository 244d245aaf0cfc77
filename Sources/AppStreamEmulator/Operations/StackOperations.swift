import PlainText

extension Operation {
  /// Reading and changing stacks.
  static let stackOperations = [
    Operation("DescribeStacks", describeStacks),
    Operation("CreateStack", createStack),
    Operation("UpdateStack", updateStack),
    Operation("DeleteStack") { directory, call throws(EmulatedRefusal) in
      let name = try call.input.requiredText("Name")
      try directory.deleteStack(name)
      return OperationResult(output: EmptyOutput(), changes: [EmulatedChange(stackName: name)])
    },
  ]

  private static let describeStacks: Body = { directory, call throws(EmulatedRefusal) in
    let page: (elements: [EmulatedStack], nextToken: String?)
    if let names = try call.input.texts("Names"), !names.isEmpty {
      page = (try directory.stacks(named: names), nil)
    } else {
      page = try call.page { position throws(EmulatedRefusal) in directory.stackPage(from: position) }
    }
    return OperationResult(
      output: StacksOutput(stacks: page.elements.map { $0.shape(in: call.region) }, nextToken: page.nextToken)
    )
  }

  private static let createStack: Body = { directory, call throws(EmulatedRefusal) in
    let name = try call.input.requiredText("Name")
    let attributes = attributes(call.input)
    let tags = try call.input.textMap("Tags") ?? [:]
    let stack = EmulatedStack(name: name, createdTime: call.now, attributes: attributes, tags: tags)
    try directory.createStack(stack)
    return changed(stack, call)
  }

  private static let updateStack: Body = { directory, call throws(EmulatedRefusal) in
    let name = try call.input.requiredText("Name")
    let attributes = attributes(call.input)
    var removing = (try call.input.texts("AttributesToDelete") ?? []).compactMap { attributeNames[$0] }
    if try call.input.boolean("DeleteStorageConnectors") == true { removing.append("StorageConnectors") }
    let stack = try directory.updateStack(name, attributes, removing: removing)
    return changed(stack, call)
  }

  /// The members of a stack that its maker chooses.
  private static func attributes(_ input: RequestObject) -> [String: JSONValue] {
    input.members.filter { memberNames.contains($0.key) && $0.value != .null }
  }

  private static func changed(_ stack: EmulatedStack, _ call: OperationCall) -> OperationResult {
    OperationResult(
      output: StackOutput(stack: stack.shape(in: call.region)),
      changes: [EmulatedChange(stackName: stack.name)]
    )
  }

  /// The members that `CreateStack` and `UpdateStack` of the model share with `Stack`.
  private static let memberNames = Set(Shape.stackMembers(agents: Shape.agentAccess(isChange: true)).map(\.name))

  /// The model's `StackAttribute`, as far as it names a whole member.
  private static let attributeNames = [
    "STORAGE_CONNECTORS": "StorageConnectors", "REDIRECT_URL": "RedirectURL", "FEEDBACK_URL": "FeedbackURL",
    "USER_SETTINGS": "UserSettings", "EMBED_HOST_DOMAINS": "EmbedHostDomains", "ACCESS_ENDPOINTS": "AccessEndpoints",
    "STREAMING_EXPERIENCE_SETTINGS": "StreamingExperienceSettings", "CONTENT_REDIRECTION": "ContentRedirection",
    "AGENT_ACCESS_CONFIG": "AgentAccessConfig",
  ]
}

private struct StacksOutput: Encodable, Sendable {
  let stacks: [JSONValue]
  let nextToken: String?

  private enum CodingKeys: String, CodingKey {
    case stacks = "Stacks"
    case nextToken = "NextToken"
  }
}

private struct StackOutput: Encodable, Sendable {
  let stack: JSONValue

  private enum CodingKeys: String, CodingKey {
    case stack = "Stack"
  }
}
