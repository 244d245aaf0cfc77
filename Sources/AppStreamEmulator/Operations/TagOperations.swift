extension Operation {
  /// Tags of stacks, the only resources here that have any.
  static let tagOperations = [
    Operation("TagResource") { directory, call throws(EmulatedRefusal) in
      let arn = try call.input.requiredText("ResourceArn")
      let tags = try call.input.textMap("Tags") ?? [:]
      let name = try stackName(arn)
      try directory.tagStack(name, tags)
      return OperationResult(output: EmptyOutput(), changes: [EmulatedChange(stackName: name)])
    },
    Operation("UntagResource") { directory, call throws(EmulatedRefusal) in
      let arn = try call.input.requiredText("ResourceArn")
      let keys = try call.input.texts("TagKeys") ?? []
      let name = try stackName(arn)
      try directory.tagStack(name, Dictionary(keys.map { ($0, nil) }, uniquingKeysWith: { first, _ in first }))
      return OperationResult(output: EmptyOutput(), changes: [EmulatedChange(stackName: name)])
    },
    Operation("ListTagsForResource") { directory, call throws(EmulatedRefusal) in
      let arn = try call.input.requiredText("ResourceArn")
      return OperationResult(output: TagsOutput(tags: try directory.stack(stackName(arn)).tags))
    },
  ]

  private static func stackName(_ arn: String) throws(EmulatedRefusal) -> String {
    let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", parts[2] == "appstream", parts[5].hasPrefix("stack/") else {
      throw .resourceNotFound("The resource \(arn) does not exist.")
    }
    return String(parts[5].dropFirst("stack/".count))
  }
}

private struct TagsOutput: Encodable, Sendable {
  let tags: [String: String]

  private enum CodingKeys: String, CodingKey {
    case tags = "Tags"
  }
}
