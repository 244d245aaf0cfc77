import AppStream
import FoundationEssentials
import PlainText

/// A stack in the state file: the members of the model's `Stack`, and its tags.
struct StackRecord: Codable {
  /// The stack.
  let stack: EmulatedStack

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case name = "Name"
    case createdTime = "CreatedTime"
    case tags = "Tags"
    /// It depends on the Region, so it is not read.
    case arn = "Arn"
  }

  init(_ stack: EmulatedStack) {
    self.stack = stack
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let members = try decoder.singleValueContainer().decode([String: JSONValue].self)
    let own = CodingKeys.allCases.map(\.rawValue)
    stack = EmulatedStack(
      name: try container.decode(String.self, forKey: .name),
      createdTime: try container.decodeIfPresent(Date.self, forKey: .createdTime) ?? StateRecords.unknownTime,
      attributes: members.filter { !own.contains($0.key) },
      tags: try container.decodeIfPresent([String: String].self, forKey: .tags) ?? [:]
    )
  }

  func encode(to encoder: any Encoder) throws {
    var members = stack.attributes
    members[CodingKeys.name.rawValue] = .string(stack.name)
    members[CodingKeys.createdTime.rawValue] = .number(stack.createdTime.timeIntervalSince1970)
    members[CodingKeys.tags.rawValue] = .object(stack.tags.mapValues(JSONValue.string))
    var container = encoder.singleValueContainer()
    try container.encode(members)
  }
}
