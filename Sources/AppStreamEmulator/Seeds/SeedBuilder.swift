import AppStream
import FoundationEssentials
import PlainText
import SeededNumbers

/// Fills a directory from nothing, the same way each time: ids and times come from a counter, not from the clock.
struct SeedBuilder {
  /// What was filled in so far.
  private(set) var directory = EmulatedDirectory()
  private var random = SeededGenerator(20_261_122)
  /// 2026-01-07T08:00:00Z, the first day of a term.
  private var time = Date(timeIntervalSince1970: 1_767_772_800)

  mutating func addStack(_ name: String, displayName: String? = nil, description: String? = nil) {
    var attributes: [String: JSONValue] = [:]
    attributes["DisplayName"] = displayName.map(JSONValue.string)
    attributes["Description"] = description.map(JSONValue.string)
    directory.stacks[ExactText(name)] = EmulatedStack(name: name, createdTime: tick(), attributes: attributes)
  }

  mutating func addUser(
    _ name: String,
    first: String? = nil,
    last: String? = nil,
    status: String = "CONFIRMED",
    isEnabled: Bool = true,
    type: AuthenticationType = .userpool
  ) {
    directory.users[UserKey(name, type)] = EmulatedUser(
      userName: name,
      authenticationType: type,
      isEnabled: isEnabled,
      status: status,
      firstName: first,
      lastName: last,
      createdTime: tick(),
      id: random.uuid()
    )
  }

  mutating func associate(_ user: String, _ stack: String, type: AuthenticationType = .userpool) {
    directory.associations.insert(
      UserStackAssociation(stackName: stack, userName: user, authenticationType: type, sendEmailNotification: false)
    )
  }

  private mutating func tick() -> Date {
    time += 61.5
    return time
  }
}
