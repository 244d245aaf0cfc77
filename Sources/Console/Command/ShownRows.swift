import AWSClientCore
import AppStream
package import PlainText
import Runs

/// The rows that a list shows, as they are when they are to be written to a file.
///
/// It shares what the list holds, so that it is made at once however many rows there are.
package struct ShownRows: Sendable, Equatable {
  private let list: RowList
  private let source: RowSource

  init(_ list: RowList, _ source: RowSource) {
    self.list = list
    self.source = source
  }

  private static let exports: [RowColumn.Export] = {
    let (before, after) = RowColumn.exported
    return before.flatMap(\.exports) + [RowColumn.Export("Marked") { .boolean($0.isMarked) }] + after.flatMap(\.exports)
  }()

  /// The names of the columns.
  package static let columns = exports.map(\.name)

  /// The rows, each with a value for every column; absent ones are `null`.
  package var rows: [[JSONValue]] {
    let (estate, results) = (source.estate, source.results)
    return list.shown.map { id in
      let row = estate.table[id]
      let subject = RowColumn.Export.Subject(
        row: row,
        user: estate.user(named: row.userName),
        result: results[id, estate.table],
        isMarked: list.marks.contains(id)
      )
      return Self.exports.map { $0.value(subject) }
    }
  }
}
