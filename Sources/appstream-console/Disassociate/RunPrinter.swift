import Runs

/// Prints a run, or a plan that was not run, as a command's result.
struct RunPrinter {
  let format: OutputFormat
  let unmatched: [Unmatched]
  var selection: SelectionReport?

  /// Prints `machine`; `run` is `nil` when nothing was sent.
  ///
  /// What became of the entries decides the status; a result that could not be written is said on standard error.
  func print(_ run: RunID?, _ machine: RunMachine) {
    let report = RunReport(run: run, machine, unmatched: unmatched, selection: selection)
    let text =
      switch format {
      case .json: JSONText.document(report.json)
      case .csv: listing(report).csv
      case .table: report.rows.isEmpty ? "" : listing(report).table
      }
    do {
      try StandardOutput.write(text)
    } catch {
      StandardError.line("appstream-console: \(error)")
    }
  }

  private func listing(_ report: RunReport) -> Listing {
    let headings = [
      "StackName": "STACK", "UserName": "USER", "Outcome": "RESULT", "ErrorCode": "CODE", "ErrorMessage": "MESSAGE",
    ]
    return Listing(
      columns: RunReport.columns.map { Listing.Column(name: $0, heading: headings[$0]) },
      rows: report.rows
    )
  }
}
