import AWSClientCore
import AppStream
import ArgumentParser
import FoundationEssentials
import PlainText

/// `appstream-console users`: the user pool of the account in one Region.
struct UsersCommand: ProgramCommand {
  static let configuration = CommandConfiguration(commandName: "users", abstract: "List the user pool.")

  @OptionGroup var global: GlobalOptions

  func run(in process: ProcessContext) async throws {
    try await ListCommand(global, process).run { session, estate in
      await session.reader.readUsers { estate.apply($0) }
      let value = estate.value
      let users = value.users.sorted { ($0.userName ?? "") < ($1.userName ?? "") }
      return ListResult(
        member: "Users",
        listing: Listing(columns: Self.columns, rows: users.lazy.map(Self.row)),
        failures: [ListFailure(stackName: nil, reading: value.userList)].compactMap { $0 }
      )
    }
  }

  private static let columns: [Listing.Column] = [
    .init(name: "UserName", heading: "USER", tellsApart: true),
    .init(name: "FirstName", heading: "FIRST NAME", rank: 4),
    .init(name: "LastName", heading: "LAST NAME", rank: 3),
    .init(name: "Enabled", heading: "ENABLED", rank: 1, least: 7),
    .init(name: "Status", heading: "STATUS", rank: 2),
    .init(name: "AuthenticationType", heading: "TYPE", rank: 5),
    .init(name: "CreatedTime"), .init(name: "Arn"),
  ]

  private static func row(_ user: User) -> [JSONValue] {
    [
      .optional(user.userName), .optional(user.firstName), .optional(user.lastName), .optional(user.enabled),
      .optional(user.status), .string(user.authenticationType.rawValue),
      .optional(user.createdTime?.formatted(.iso8601)), .optional(user.arn),
    ]
  }
}
