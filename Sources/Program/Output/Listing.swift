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

  let columns: [Column]
  /// A value for each column; a row is made when it is looked at.
  let rows: AnyRandomAccessCollection<[JSONValue]>

  /// Rows with a value for each of `columns`.
  init(columns: [Column], rows: some RandomAccessCollection<[JSONValue]>) {
    self.columns = columns
    self.rows = AnyRandomAccessCollection(rows)
  }

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
    var text = ""
    writeCSV { text += $0 }
    return text
  }

  /// The rows as a table for people, in lines of at most `width` columns; `nil` for as many as it takes.
  func table(in width: Int?) -> String {
    var text = ""
    writeTable(in: width) { text += $0 }
    return text
  }

  /// Gives `take` the lines of ``csv``.
  func writeCSV<Failure>(_ take: (String) throws(Failure) -> Void) throws(Failure) {
    try take(CSVWriter.line(of: columns.map(\.name)))
    for row in rows { try take(CSVWriter.line(of: row.map(\.plainText))) }
  }

  /// Gives `take` the lines of ``table(in:)``.
  func writeTable<Failure>(in width: Int?, _ take: (String) throws(Failure) -> Void) throws(Failure) {
    let shown = columns.enumerated().compactMap { place, column in column.heading.map { (place, $0) } }
    let cells = rows.lazy.map { row in
      shown.map { place, _ in row[place] == .null ? "-" : Line(row[place].plainText) }
    }
    try TextTable(shown.map(\.1), cells).write(in: width, take)
  }

  /// Gives `take` the list of ``objects`` in pieces, as it stands in so many other values of a document.
  func writeObjects<Failure>(depth: Int, _ take: (String) throws(Failure) -> Void) throws(Failure) {
    guard !rows.isEmpty else {
      var empty = JSONWriter(.lines, depth: depth)
      empty.write(.array([]))
      return try take(empty.text)
    }
    let margin = String(repeating: "  ", count: depth)
    let places = columns.indices.sorted { columns[$0].name < columns[$1].name }
    let names = places.enumerated().map { order, place in
      var name = JSONWriter(.lines)
      name.writeName(columns[place].name)
      return "\(order == 0 ? "" : ",")\n\(margin)    \(name.text)"
    }
    var writer = JSONWriter(.lines, depth: depth + 2)
    var lead = "[\n\(margin)  {"
    for row in rows {
      writer.write(json: lead)
      for (name, place) in zip(names, places) {
        writer.write(json: name)
        writer.write(row[place])
      }
      lead = "\n\(margin)  },\n\(margin)  {"
      try writer.give(take)
    }
    writer.write(json: "\n\(margin)  }\n\(margin)]")
    try take(writer.text)
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
