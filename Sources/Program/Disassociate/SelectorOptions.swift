import ArgumentParser
import PlainText
import Runs

/// The options that say which associations are meant.
struct SelectorOptions: ParsableArguments {
  @Option(name: .customLong("stack"), help: ArgumentHelp("On this stack; repeatable.", valueName: "name"))
  var stacks: [String] = []

  @Option(name: .customLong("user"), help: ArgumentHelp("Of this user; repeatable.", valueName: "email"))
  var users: [String] = []

  @Option(
    help: ArgumentHelp(
      "Of the users in this file: one address a line, CSV or JSON; - is stdin; repeatable.",
      valueName: "file"
    )
  )
  var usersFrom: [String] = []

  @Option(
    help: ArgumentHelp(
      "But not of the users in this file, nor of anyone who looks like them; repeatable.",
      valueName: "file"
    )
  )
  var keepFrom: [String] = []

  @Option(help: ArgumentHelp("The heading of the column of addresses in these files.", valueName: "name"))
  var column: String?

  @Option(
    help: ArgumentHelp(
      "The associations in this file, as AWS tools print them; - is stdin; repeatable.",
      valueName: "file"
    )
  )
  var associationsFrom: [String] = []

  @Option(
    name: .customLong("plan"),
    help: ArgumentHelp("Just what this plan file says; - is stdin.", valueName: "file")
  )
  var plans: [String] = []

  @Flag(help: "Take a user whose address differs only in case, where there is one.")
  var ignoreCase = false

  @Flag(help: "Let addresses be nobody's.")
  var allowMissing = false

  @Flag(help: "Go on although stacks could not be read, so that associations may be missed.")
  var allowPartial = false

  /// The selectors with every file read and every name checked, before the service is asked anything.
  ///
  /// - Throws: ``CommandFailure`` with status 2 for a missing, contradictory or malformed selector.
  func validated(in process: ProcessContext) throws -> Selectors {
    try StackNames.validate(stacks)
    try users.forEach(UserNames.validate)
    try requireOneReading()
    guard plans.count < 2 else {
      throw CommandFailure.unsent(.usage, "--plan was given twice, and a plan is sent alone.")
    }
    var files = ListFiles(process)
    let kind: Selectors.Kind
    if let plan = plans.first {
      guard hasNoSelector, associationsFrom.isEmpty else {
        throw CommandFailure.unsent(.usage, "--plan says everything itself: leave the other selectors out.")
      }
      kind = .plan(try InputFile.contents(of: plan, process), name: ListFiles.name(of: plan))
    } else if !associationsFrom.isEmpty {
      guard hasNoSelector else {
        throw CommandFailure.unsent(
          .usage,
          "--associations-from says everything itself: leave out --stack, --user, --users-from and --keep-from."
        )
      }
      kind = .listed(try files.associations(associationsFrom), ignoresCase: ignoreCase)
    } else {
      kind = .matching(try request(&files))
    }
    let kept = keepFrom.isEmpty ? nil : try keptPeople(&files)
    return Selectors(
      kind: kind,
      kept: kept,
      remarks: files.remarks,
      passedOver: files.passedOver,
      allowsMissing: allowMissing,
      allowsPartial: allowPartial
    )
  }

  private func request(_ files: inout ListFiles) throws -> SelectionRequest {
    let hasAddresses = !users.isEmpty || !usersFrom.isEmpty
    guard hasAddresses || !stacks.isEmpty else {
      throw CommandFailure.unsent(
        .usage,
        "Nothing is selected: give --stack, --user, --users-from, --associations-from or --plan."
      )
    }
    let listed = try files.people(usersFrom, column: column)
    let addresses = hasAddresses ? users + listed.addresses : nil
    var request = SelectionRequest(stacks: stacks, addresses: addresses, ignoresCase: ignoreCase)
    request.sources = listed.sources
    return request
  }

  /// The people of the keep lists; one without anybody is the mark of an export that failed, and would keep nobody.
  private func keptPeople(_ files: inout ListFiles) throws -> ListFiles.People {
    var kept = ListFiles.People()
    for path in keepFrom {
      let people = try files.people([path], column: column)
      guard !people.addresses.isEmpty else {
        throw CommandFailure.unsent(
          .usage,
          "\(ListFiles.name(of: path)) names nobody to keep, so everybody would be removed."
        )
      }
      kept.addresses += people.addresses
      kept.sources.merge(people.sources) { first, _ in first }
    }
    return kept
  }

  /// Standard input can be read once.
  private func requireOneReading() throws {
    let files = usersFrom + keepFrom + associationsFrom + plans
    guard files.count(where: { $0 == "-" }) < 2 else {
      throw CommandFailure.unsent(.usage, "Two lists cannot both be read from standard input.")
    }
    guard column == nil || !usersFrom.isEmpty || !keepFrom.isEmpty else {
      throw CommandFailure.unsent(.usage, "--column names a column of --users-from or --keep-from.")
    }
  }

  /// Whether nothing is said that chooses among associations.
  private var hasNoSelector: Bool { stacks.isEmpty && users.isEmpty && usersFrom.isEmpty && keepFrom.isEmpty }
}

/// Which associations are meant.
struct Selectors: Sendable {
  enum Kind: Sendable {
    /// Those of these people, on these stacks.
    case matching(SelectionRequest)
    /// Those of a plan that was made earlier: the content of its file, and what the file is called.
    case plan([UInt8], name: String)
    /// Just these, of lists.
    case listed([SourcedAssociation], ignoresCase: Bool)
  }

  var kind: Kind
  /// The people who are to stay, whatever else is said.
  var kept: ListFiles.People?
  /// What was passed over in the lists, in sentences.
  var remarks: [Line]
  /// How many lines of them name nobody.
  var passedOver: Int
  var allowsMissing: Bool
  var allowsPartial: Bool

  /// The status that the selection alone leads to.
  func status(of selection: Selection) -> ExitStatus {
    let counts = selection.unmatched.contains { !(allowsMissing && $0.reason == .notFound) }
    return counts ? .entriesFailed : .success
  }
}
