import PlainText

/// Rows under named columns, ready to be printed in any form.
struct Listing {
  /// One column.
  struct Column {
    /// The service's member name: the key in JSON and the heading in CSV.
    var name: String
    /// What it is in a table, or `nil` when tables leave it out.
    var heading: TextTable.Heading?

    /// A column called `name`, in tables `heading` where there is one.
    ///
    /// - Parameters:
    ///   - rank: Which columns of a table give way before this one does: those of a higher rank.
    ///   - least: Narrower than that it is left out.
    ///   - tellsApart: Whether its cells tell rows apart.
    ///   - isEssential: Whether all others are cut before it is left out.
    init(
      name: String,
      heading: Line? = nil,
      rank: Int = 0,
      least: Int = 8,
      tellsApart: Bool = false,
      isEssential: Bool = false
    ) {
      self.name = name
      self.heading = heading.map {
        TextTable.Heading(text: $0, rank: rank, least: least, tellsApart: tellsApart, isEssential: isEssential)
      }
    }
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

  /// The rows as a table for people, in lines of at most `width` columns; `nil` for as many as it takes.
  func table(in width: Int?) -> String {
    let shown = columns.enumerated().compactMap { place, column in column.heading.map { (place, $0) } }
    let cells = rows.map { row in shown.map { place, _ in row[place] == .null ? "-" : Line(row[place].plainText) } }
    return TextTable(shown.map(\.1), cells).text(in: width)
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
    case .string(let value): Line(value).text
    case .array, .object: JSONText.line(self)
    }
  }
}
