import AppStream
import ArgumentParser
import FoundationEssentials
import PlainText

/// `appstream-console stacks`: the stacks of the account in one Region.
struct StacksCommand: ProgramCommand {
  static let configuration = CommandConfiguration(commandName: "stacks", abstract: "List stacks.")

  @OptionGroup var global: GlobalOptions

  func run(in process: ProcessContext) async throws {
    try await ListCommand(global, process).run { session, estate in
      await session.reader.readStacks { estate.apply($0) }
      let value = estate.value
      return ListResult(
        member: "Stacks",
        listing: Listing(columns: Self.columns, rows: try value.stacks.map(Self.row)),
        failures: [ListFailure(stackName: nil, reading: value.stackList)].compactMap { $0 }
      )
    }
  }

  private static let columns: [Listing.Column] = [
    .init(name: "Name", heading: "NAME", tellsApart: true),
    .init(name: "DisplayName", heading: "DISPLAY NAME", rank: 1, least: 12),
    .init(name: "Description", heading: "DESCRIPTION", rank: 3, least: 12),
    .init(name: "CreatedTime", heading: "CREATED", rank: 2, least: 20),
    .init(name: "Arn"), .init(name: "StorageConnectors"), .init(name: "RedirectURL"), .init(name: "FeedbackURL"),
    .init(name: "StackErrors"), .init(name: "UserSettings"), .init(name: "ApplicationSettings"),
    .init(name: "AccessEndpoints"), .init(name: "EmbedHostDomains"), .init(name: "StreamingExperienceSettings"),
  ]

  private static func row(_ stack: Stack) throws -> [JSONValue] {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    let members = try JSONDecoder().decode(JSONValue.self, from: encoder.encode(stack))
    return columns.map { members[$0.name] ?? .null }
  }
}
