public import AppStream
public import PlainText

/// What the people of a removal can still do, and what of theirs is still there.
///
/// A list that could not be read is `nil`, which is not the same as empty.
public struct StillPossible: Sendable, Equatable {
  /// People taken off a stack whose account in the user pool is enabled.
  public let usersEnabled: [String]?
  /// Stacks that the same people are still on.
  public let remaining: [Association]?
  /// Users whose names differ from those of the people in case or in the way that they are written.
  public let lookAlikes: [String]?
  /// Commands that look for sessions that are still open, and end them.
  public let commands: [String]

  /// Sessions outlive the association (AppStream 2.0 Administration Guide, "Unassigning stacks from users").
  public static let openSessions = "Sessions that are open stay open for up to about an hour."
  /// Files outlive it as well (AppStream 2.0 Administration Guide, "Home folders").
  public static let homeFolders = "Home folders and their files in S3 are kept."

  /// What an account that was read after the run says of the entries that it removed.
  ///
  /// - Parameter estate: What was read; lists that are not complete count as not read.
  public init(after machine: RunMachine, in estate: Estate?) {
    let gone = machine.entries.filter { $0.outcome == .removed || $0.outcome == .absent }.map(\.association)
    let people = Set(gone.map { ExactText($0.userName) })
    let pool = estate.flatMap { $0.userList.isComplete ? $0.users : nil }
    usersEnabled = pool.map { users in
      users.filter { $0.enabled == true }.compactMap(\.userName).filter { people.contains(ExactText($0)) }.sorted()
    }
    let associations = estate.flatMap { $0.isComplete ? $0.associations.map(\.identity) : nil }
    remaining = associations.map { all in all.filter { people.contains(ExactText($0.userName)) }.sorted() }
    if let pool, let associations {
      let known = LookAlikes(pool.compactMap(\.userName) + associations.map(\.userName))
      let others = Set(gone.map(\.userName)).flatMap { known.others(like: $0) }
      lookAlikes = Set(others.filter { !people.contains(ExactText($0)) }.map(ExactText.init)).map(\.text).sorted()
    } else {
      lookAlikes = nil
    }
    commands = SessionCommands(region: machine.plan.region).commands(for: gone)
  }

  /// The same as JSON, with `null` for what was not read.
  public var json: JSONValue {
    .object([
      "OpenSessions": .string(Self.openSessions),
      "HomeFolders": .string(Self.homeFolders),
      "UsersEnabled": Self.strings(usersEnabled),
      "LookAlikes": Self.strings(lookAlikes),
      "RemainingStacks": remaining.map { list in
        .array(
          list.map { .object(["StackName": .string($0.stackName), "UserName": .string($0.userName)]) }
        )
      } ?? .null,
      "Commands": .array(commands.map(JSONValue.string)),
    ])
  }

  private static func strings(_ list: [String]?) -> JSONValue {
    list.map { .array($0.map(JSONValue.string)) } ?? .null
  }
}
