import AppStream
import ArgumentParser
import PlainText

/// `appstream-console associations`: who is on which stack.
struct AssociationsCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "associations",
    abstract: "List associations: of all stacks, or of those and the people named."
  )

  @OptionGroup var global: GlobalOptions

  @Option(name: .customLong("stack"), help: ArgumentHelp("Only this stack; repeatable.", valueName: "name"))
  var stacks: [String] = []

  @Option(name: .customLong("user"), help: ArgumentHelp("Only this user; repeatable.", valueName: "email"))
  var users: [String] = []

  func run(in process: ProcessContext) async throws {
    try StackNames.validate(stacks)
    try users.forEach(UserNames.validate)
    try await ListCommand(global, process).run { session, estate in
      let failures = try await AssociationReading.read(stacks, session, estate)
      if !users.isEmpty { sayWhoIsMissing(estate.value.associations.map(\.userName), process) }
      let wanted = Set(users.map(ExactText.init))
      let rows = estate.value.sortedAssociations { wanted.isEmpty || wanted.contains(ExactText($0)) }
      return ListResult(
        member: "UserStackAssociations",
        listing: Listing(columns: Self.columns, rows: rows.map(Self.row)),
        failures: failures
      )
    }
  }

  /// Names the users asked for who have no association, with those who differ only in case.
  private func sayWhoIsMissing(_ names: [String], _ process: ProcessContext) {
    let known = LookAlikes(names)
    for user in Set(users).sorted() where !known.contains(user) {
      let others = known.others(like: user).map { Line($0) }.joined(separator: " and ")
      let hint = others.isEmpty ? "" : " \(others) looks like it and has."
      process.say("\(user) has no association there.\(hint)")
    }
  }

  private static let columns: [Listing.Column] = [
    .init(name: "StackName", heading: "STACK", rank: 1, tellsApart: true),
    .init(name: "UserName", heading: "USER", rank: 0, tellsApart: true),
    .init(name: "AuthenticationType", heading: "TYPE", rank: 2),
    .init(name: "SendEmailNotification"),
  ]

  private static func row(_ association: UserStackAssociation) -> [JSONValue] {
    [
      .string(association.stackName), .string(association.userName),
      .string(association.authenticationType.rawValue), .optional(association.sendEmailNotification),
    ]
  }
}
