import AppStream
import Runs

/// Whose rows: each list of rows has its own marks, filter, order and cursor, and the same keys.
package enum RowPlace: Sendable, Hashable, CaseIterable {
  /// The account's, in the list.
  case list
  /// Those of the run that is shown, whose marks serve that run alone.
  case run
}

/// The rows that a list can show, with what is known of them.
struct RowSource: Sendable, Equatable {
  var estate = Estate()
  var results = RowResults()

  /// The rows of a person, by the number of the name: those that were read, but for what runs have changed since.
  func rows(ofPerson person: UInt32) -> [AssociationID] {
    estate.table.associations(ofUser: person).filter { row in
      let result = results[row, estate.table]
      return estate.present.contains(row.index) ? result?.isOffStack != true : result?.isOnStack == true
    }
  }

  /// The rows that a line stands for: one, or all of a person that are there.
  func rows(of key: RowKey) -> [AssociationID] {
    switch key {
    case .row(let row): [row]
    case .person(let person): rows(ofPerson: person)
    }
  }
}

extension ConsoleState {
  /// What there is to show in a place; nothing where no run is shown.
  func source(of place: RowPlace) -> RowSource {
    switch place {
    case .list: RowSource(estate: estate, results: results)
    case .run: run?.source ?? RowSource()
    }
  }

  /// The rows of a place; those of a run that is not shown are none, whatever is done to them.
  subscript(rows place: RowPlace) -> RowList {
    get {
      switch place {
      case .list: list
      case .run: run?.rows ?? RowList()
      }
    }
    _modify {
      switch place {
      case .list: yield &list
      case .run:
        // The rows leave the run meanwhile, so that they have one owner and changing them copies nothing.
        var rows = run?.takeRows() ?? RowList()
        defer { run?.rows = rows }
        yield &rows
      }
    }
  }

  /// How many rows are on the screen at once.
  func height(of place: RowPlace) -> Int {
    switch place {
    case .list: geometry.height
    case .run: runGeometry.height
    }
  }
}
