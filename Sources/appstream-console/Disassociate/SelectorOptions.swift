import AppStream
import ArgumentParser
import Runs

/// The options that say which associations are meant.
struct SelectorOptions: ParsableArguments {
  @Option(name: .customLong("stack"), help: ArgumentHelp("On this stack; repeatable.", valueName: "name"))
  var stacks: [String] = []

  @Option(name: .customLong("user"), help: ArgumentHelp("Of this user; repeatable.", valueName: "email"))
  var users: [String] = []

  @Option(help: ArgumentHelp("Of the users in this file: one address a line, or CSV; - is stdin.", valueName: "file"))
  var usersFrom: String?

  @Option(
    help: ArgumentHelp("But not of the users in this file, nor of anyone who looks like them.", valueName: "file")
  )
  var keepFrom: String?

  @Option(help: ArgumentHelp("The associations in this file, as AWS tools print them; - is stdin.", valueName: "file"))
  var associationsFrom: String?

  @Option(help: ArgumentHelp("Just what this plan file says; - is stdin.", valueName: "file"))
  var plan: String?

  @Flag(help: "Take a user whose address differs only in case, where there is one.")
  var ignoreCase = false

  @Flag(help: "Let addresses be nobody's.")
  var allowMissing = false

  @Flag(help: "Go on although stacks could not be read, so that associations may be missed.")
  var allowPartial = false

  /// The selectors with every file read and every name checked, before the service is asked anything.
  ///
  /// - Throws: ``CommandFailure`` with status 2 for a missing, contradictory or malformed selector.
  func validated() throws -> Selectors {
    try StackNames.validate(stacks)
    try users.forEach(UserNames.validate)
    let kind: Selectors.Kind
    if let plan {
      guard hasNoSelector, associationsFrom == nil else {
        throw CommandFailure(.usage, "--plan says everything itself: leave the other selectors out. Nothing was sent.")
      }
      kind = .plan(try InputFile.contents(of: plan), name: plan == "-" ? "standard input" : plan)
    } else if let associationsFrom {
      guard hasNoSelector else {
        throw CommandFailure(
          .usage,
          "--associations-from says everything itself: leave out --stack, --user, --users-from and --keep-from. "
            + "Nothing was sent."
        )
      }
      kind = .listed(try file(associationsFrom, AssociationList.init).associations)
    } else {
      guard usersFrom != "-" || keepFrom != "-" else {
        throw CommandFailure(
          .usage,
          "--users-from and --keep-from cannot both be read from standard input. Nothing was sent."
        )
      }
      var addresses = users
      if let usersFrom { addresses += try file(usersFrom, AddressList.init).addresses }
      let hasAddresses = !users.isEmpty || usersFrom != nil
      guard hasAddresses || !stacks.isEmpty else {
        throw CommandFailure(
          .usage,
          "Nothing is selected: give --stack, --user, --users-from, --associations-from or --plan. Nothing was sent."
        )
      }
      kind = .matching(
        SelectionRequest(stacks: stacks, addresses: hasAddresses ? addresses : nil, ignoresCase: ignoreCase)
      )
    }
    return Selectors(
      kind: kind,
      kept: try keepFrom.map(keptPeople),
      allowsMissing: allowMissing,
      allowsPartial: allowPartial
    )
  }

  /// The people of a keep list; one without anybody is the mark of an export that failed, and would keep nobody.
  private func keptPeople(_ path: String) throws -> [String] {
    let addresses = try file(path, AddressList.init).addresses
    guard !addresses.isEmpty else {
      let name = path == "-" ? "Standard input" : path
      throw CommandFailure(.usage, "\(name) names nobody to keep, so everybody would be removed. Nothing was sent.")
    }
    return addresses
  }

  /// Whether nothing is said that chooses among associations.
  private var hasNoSelector: Bool { stacks.isEmpty && users.isEmpty && usersFrom == nil && keepFrom == nil }

  private func file<Value>(
    _ path: String,
    _ parse: ([UInt8], String) throws(InputFileError) -> Value
  ) throws -> Value {
    do {
      return try parse(InputFile.contents(of: path), path == "-" ? "standard input" : path)
    } catch let error as InputFileError {
      throw CommandFailure(.usage, "\(error) Nothing was sent.")
    }
  }
}

/// Which associations are meant.
struct Selectors: Sendable {
  enum Kind: Sendable {
    /// Those of these people, on these stacks.
    case matching(SelectionRequest)
    /// Those of a plan that was made earlier: the content of its file, and what the file is called.
    case plan([UInt8], name: String)
    /// Just these.
    case listed([Association])
  }

  var kind: Kind
  /// The people who are to stay, whatever else is said.
  var kept: [String]?
  var allowsMissing: Bool
  var allowsPartial: Bool

  /// The status that the selection alone leads to.
  func status(of selection: Selection) -> ExitStatus {
    let counts = selection.unmatched.contains { !(allowsMissing && $0.reason == .notFound) }
    return counts ? .entriesFailed : .success
  }
}
