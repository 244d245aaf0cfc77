import AWSClientCore

/// Rows under a header; rows with nothing in them are left out.
struct Table {
  /// The rows below the header, none of them with more cells than it has.
  let rows: [CSVRow]
  private let header: [String]

  /// Reads delimiter-separated values.
  init(of text: Substring, firstLine: Int, file: String) throws(InputFileError) {
    let all: [CSVRow]
    do throws(CSVError) {
      all = try CSVReader.rows(of: String(text), firstLine: firstLine)
    } catch {
      throw .brokenTable(file: file, error)
    }
    let header = all.first?.cells ?? []
    // Spreadsheets write empty cells at the end of a row, and empty rows at the end of a table.
    rows = all.dropFirst().filter { row in row.cells.contains { !$0.trimmed.isEmpty } }
    self.header = header.map { $0.trimmed.lowercased() }
    if let row = rows.first(where: { row in row.cells.dropFirst(header.count).contains { !$0.trimmed.isEmpty } }) {
      throw .moreCellsThanHeader(file: file, line: row.line)
    }
  }

  /// The place of the column called `name`, in any case.
  func column(named name: String) -> Int? {
    header.firstIndex(of: name.lowercased())
  }
}

extension CSVRow {
  /// The cell of a column; a row may end before it.
  func cell(_ column: Int) -> String {
    column < cells.count ? cells[column].trimmed : ""
  }
}
