import Algorithms
import Screen

/// A table for people: columns as wide as their widest cell, two blanks apart.
enum TextTable {
  static func text(headings: [String], rows: [[String]]) -> String {
    let rows = rows.map { $0.map(OutputRepertoire.current.spelling) }
    var widths = headings.map(DisplayWidth.of)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], DisplayWidth.of(cell)) }
    }
    return ([headings] + rows).map { line($0, widths) }.joined()
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: width - DisplayWidth.of(cell))
    }
    return padded.joined(separator: "  ").trimmingSuffix { $0 == " " } + "\n"
  }
}
