import Screen

/// Where the parts of a run stand on a screen.
struct RunGeometry: Sendable, Equatable {
  let size: Size
  /// Whether a line stands over the run, as around everything of a protected account.
  let hasRule: Bool
  /// How many lines there are under the counts.
  var noteLines = 1

  var titleRow: Int { hasRule ? 2 : 1 }
  var headingRow: Int { titleRow + 1 }
  var firstRow: Int { titleRow + 2 }
  var progressRow: Int { detailRow - max(1, noteLines) }
  var detailRow: Int { size.rows - 2 }
  var height: Int { max(1, progressRow - firstRow) }
}
