import AWSClientCore
import AppStream
import ArgumentParser
import FoundationEssentials
import PlainText
import Runs

/// The options that narrow a list of runs.
struct RunFilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Begun on this day or moment (UTC), or later.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Begun on this day or moment (UTC), or earlier.", valueName: "date"))
  var until: String?

  @Option(name: .customLong("user"), help: ArgumentHelp("With an entry of this user.", valueName: "email"))
  var users: [String] = []

  @Option(name: .customLong("stack"), help: ArgumentHelp("With an entry on this stack.", valueName: "name"))
  var stacks: [String] = []

  @Option(help: ArgumentHelp("In this account.", valueName: "id"))
  var account: String?

  /// Whether a run is wanted.
  ///
  /// - Throws: ``CommandFailure`` with status 2 for a date that is none, and for two users or stacks.
  func filter() throws -> (JournalContents) -> Bool {
    let user = try Self.only(users, "--user")
    let stack = try Self.only(stacks, "--stack")
    let since = try since.map { try RunDate($0).first }
    let until = try until.map { try RunDate($0).last }
    return { contents in
      (since.map { contents.started >= $0 } ?? true)
        && (until.map { contents.started <= $0 } ?? true)
        && (account.map { contents.plan.caller?.account == $0 } ?? true)
        && contents.plan.entries.contains { entry in
          (user.map { entry.userName.utf8.elementsEqual($0.utf8) } ?? true)
            && (stack.map { entry.stackName == $0 } ?? true)
        }
    }
  }
}

extension RunFilterOptions {
  /// The one value that an option was given, which other commands take several times.
  private static func only(_ values: [String], _ option: String) throws -> String? {
    guard let value = values.first else { return nil }
    guard values.allSatisfy({ $0.utf8.elementsEqual(value.utf8) }) else {
      throw RepeatedOption(name: option).failure
    }
    return value
  }
}

/// A day or a moment, as people write them.
struct RunDate: Equatable {
  /// The first moment that it means.
  let first: Date
  /// The last moment that it means.
  let last: Date

  /// Reads `2026-11-22` or `2026-11-22T14:02:15Z` (ISO 8601).
  ///
  /// - Throws: ``CommandFailure`` with status 2 for anything else.
  init(_ text: String) throws {
    if let moment = try? Date.ISO8601FormatStyle().parse(text) {
      (first, last) = (moment, moment)
    } else if let day = try? Date.ISO8601FormatStyle().year().month().day().parse(text) {
      (first, last) = (day, day.addingTimeInterval(86_400 - 0.001))
    } else {
      throw CommandFailure(.usage, "\(text) is not a date: write 2026-11-22 or 2026-11-22T14:02:15Z.")
    }
  }
}
