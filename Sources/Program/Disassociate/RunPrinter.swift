import PlainText
import Runs

/// Prints a run, or a plan that was not run, as a command's result.
struct RunPrinter {
  private let process: ProcessContext
  private let format: OutputFormat
  private let unmatched: [Unmatched]
  private let selection: SelectionReport?

  /// - Parameters:
  ///   - unmatched: The selectors that met nobody.
  ///   - selection: What became of the addresses, in numbers.
  init(
    _ process: ProcessContext,
    _ format: OutputFormat,
    unmatched: [Unmatched] = [],
    selection: SelectionReport? = nil
  ) {
    self.process = process
    self.format = format
    self.unmatched = unmatched
    self.selection = selection
  }

  /// Prints `machine`; `run` is `nil` when nothing was sent.
  ///
  /// What became of the entries decides the status; a result that could not be written is said on standard error.
  func print(_ run: RunID?, _ machine: RunMachine) {
    let report = RunReport(run: run, machine, unmatched: unmatched, selection: selection)
    let text =
      switch format {
      case .json: JSONText.document(report.json)
      case .csv: listing(report).csv
      case .table: report.rows.isEmpty ? "" : listing(report).table(in: process.tableWidth())
      }
    do {
      try process.write(text)
    } catch {
      process.say("appstream-console: \(error)")
    }
  }

  /// What tables show of a run's columns, by their names.
  private static let headings = Dictionary(
    uniqueKeysWithValues: [
      Listing.Column(name: "StackName", heading: "STACK", rank: 2, least: 10, tellsApart: true),
      Listing.Column(name: "UserName", heading: "USER", rank: 1, least: 16, tellsApart: true),
      Listing.Column(name: "Outcome", heading: "RESULT", rank: 0, least: 8, isEssential: true),
      Listing.Column(name: "ErrorCode", heading: "CODE", rank: 3, least: 20, isEssential: true),
      Listing.Column(name: "ErrorMessage", heading: "MESSAGE", rank: 4, least: 12),
    ].map { ($0.name, $0) }
  )

  private func listing(_ report: RunReport) -> Listing {
    Listing(columns: RunReport.columns.map { Self.headings[$0] ?? .init(name: $0) }, rows: report.rows)
  }
}
