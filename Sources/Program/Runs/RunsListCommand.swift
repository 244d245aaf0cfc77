import AWSClientCore
import ArgumentParser
import FoundationEssentials
import PlainText
import Runs

/// `appstream-console runs list`.
struct RunsListCommand: ProgramCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List runs, newest first (default).")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var filter: RunFilterOptions

  func run(in process: ProcessContext) async throws {
    let isWanted = try filter.filter()
    let runs = try EarlierRuns(global, process).list()
    let later = LaterRuns(runs)
    var rows: [[JSONValue]] = []
    var readable: [[JSONValue]] = []
    var failures: [JournalError] = []
    for run in runs {
      do {
        let contents = try run.contents.get()
        guard isWanted(contents) else { continue }
        let row = Self.row(contents, isHeld: run.isHeld)
        rows.append(row)
        readable.append(Self.readable(row, later.sequel(of: contents.id, contents.machine)))
      } catch {
        failures.append(error)
      }
    }
    let listing = Listing(columns: Self.columns, rows: rows)
    let text =
      switch global.output {
      case .json: JSONText.document(.object(["Runs": listing.objects]))
      case .csv: listing.csv
      case .table: Listing(columns: Self.columns, rows: readable).table(in: process.tableWidth())
      }
    try process.write(text)
    guard failures.isEmpty else {
      for failure in failures { process.say("appstream-console: \(failure)") }
      // A run that never began has nothing to list.
      let isComplete = failures.allSatisfy { if case .unbegun = $0 { true } else { false } }
      if !isComplete { throw ExitStatus.unavailable.code }
      return
    }
  }

  private static let columns: [Listing.Column] = [
    .init(name: "Run", heading: "RUN", least: 21, tellsApart: true),
    // A run's name begins with when it was begun.
    .init(name: "Started", heading: "STARTED", rank: 6, least: 20),
    .init(name: "Account", heading: "ACCOUNT", rank: 3, least: 12, isEssential: true),
    .init(name: "Region", heading: "REGION", rank: 5, least: 14),
    .init(name: "Operation", heading: "OPERATION", rank: 4, least: 12),
    .init(name: "State", heading: "STATE", rank: 1, least: 11, isEssential: true),
    .init(name: "Counts", heading: "COUNTS", rank: 2, least: 28, isEssential: true),
  ]

  /// The row for people: the counts that are not zero, in words, and what later runs did with it.
  private static func readable(_ row: [JSONValue], _ sequel: RunSequel) -> [JSONValue] {
    guard case .object(let counts)? = row.last else { return row }
    let words = Outcome.allCases.compactMap { outcome -> String? in
      guard case .integer(let count)? = counts[outcome.rawValue], count > 0 else { return nil }
      return "\(count) \(outcome.rawValue)"
    }
    return row.dropLast() + [.string(([words.joined(separator: ", ")] + sequel.clauses).joined(separator: "; "))]
  }

  private static func row(_ contents: JournalContents, isHeld: Bool) -> [JSONValue] {
    [
      .string(contents.id.text), .string(contents.started.formatted(.iso8601)),
      .optional(contents.plan.caller?.account), .string(contents.plan.region),
      .string(contents.plan.operation.rawValue), .string(contents.status(isHeld: isHeld).rawValue),
      RunReport.counts(of: contents.standing(isHeld: isHeld)),
    ]
  }
}
