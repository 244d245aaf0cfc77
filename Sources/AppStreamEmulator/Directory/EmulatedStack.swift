package import FoundationEssentials
package import PlainText

/// A stack as the emulator keeps it: what `CreateStack` was given, member by member, and what the service adds.
package struct EmulatedStack: Sendable, Equatable {
  /// The name, which is its identity.
  package var name: String
  /// When it was created.
  package var createdTime: Date
  /// The other members of the model's `Stack` (`DisplayName`, `UserSettings`…), as they were given.
  package var attributes: [String: JSONValue]
  /// The tags, by key.
  package var tags: [String: String]

  /// Makes a stack.
  package init(
    name: String,
    createdTime: Date,
    attributes: [String: JSONValue] = [:],
    tags: [String: String] = [:]
  ) {
    self.name = name
    self.createdTime = createdTime
    self.attributes = attributes
    self.tags = tags
  }

  /// The ARN in `region` of the stack called `name`.
  package static func arn(of name: String, in region: String) -> String {
    "arn:aws:appstream:\(region):\(EmulatorAccount.number):stack/\(name)"
  }

  /// The model's `Stack`, as `DescribeStacks` gives it.
  func shape(in region: String) -> JSONValue {
    var members = attributes
    members["Name"] = .string(name)
    members["Arn"] = .string(Self.arn(of: name, in: region))
    members["CreatedTime"] = .number(createdTime.timeIntervalSince1970)
    return .object(members)
  }
}

/// The one account that the emulator is.
package enum EmulatorAccount {
  /// AWS's own number for examples.
  package static let number = "123456789012"
}
