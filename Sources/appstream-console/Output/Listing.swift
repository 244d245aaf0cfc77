import PlainText

/// Rows under named columns, ready to be printed in any form.
struct Listing {
  /// One column.
  struct Column {
    /// The service's member name: the key in JSON and the heading in CSV.
    var name: String
    /// The heading in a table, or `nil` when tables leave it out.
    var heading: String?
  }

  var columns: [Column]
  var rows: [[JSONValue]]

  /// The rows as JSON objects with every column, absent values as `null`.
  var objects: JSONValue {
    .array(
      rows.map { row in
        .object(Dictionary(zip(columns.map(\.name), row), uniquingKeysWith: { first, _ in first }))
      }
    )
  }

  /// The rows as CSV, with a heading line.
  var csv: String {
    CSVWriter.text(of: [columns.map(\.name)] + rows.map { $0.map(\.plainText) })
  }

  /// The rows as a table for people.
  var table: String {
    let shown = columns.indices.filter { columns[$0].heading != nil }
    let headings = shown.map { columns[$0].heading ?? "" }
    let cells = rows.map { row in shown.map { row[$0] == .null ? "-" : row[$0].plainText } }
    return TextTable.text(headings: headings, rows: cells)
  }
}

extension JSONValue {
  /// The value in one line, for a table or CSV cell; safe for a terminal.
  var plainText: String {
    switch self {
    case .null: ""
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): String(value)
    case .string(let value): value.visible
    case .array, .object: JSONText.line(self)
    }
  }
}
