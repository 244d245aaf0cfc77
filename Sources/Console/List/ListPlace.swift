import PlainText
import Runs

/// Which list a filter or an order is of.
enum ListPlace: Sendable, Equatable {
  case rows(RowPlace)
  case runs
}

extension ConsoleState {
  /// The list that a command is about: the one that is in front, or would be without what lies over it.
  var listInFront: ListPlace { run != nil ? .rows(.run) : areRunsOpen ? .runs : .rows(.list) }

  /// The filter of a list.
  func filterText(of place: ListPlace) -> String {
    switch place {
    case .rows(let place): self[rows: place].filter.text
    case .runs: runs.filter.text
    }
  }

  /// Filters a list.
  mutating func setFilter(_ text: String, of place: ListPlace) {
    switch place {
    case .rows(let place): setFilter(text, in: place)
    case .runs:
      runs.filter = ListFilter(text)
      runs.arrange(cursorOn: runs.current?.id, height: runsGeometry.height)
    }
  }

  /// The names of the columns that a list can be sorted by.
  func sortNames(of place: ListPlace) -> [String] {
    switch place {
    case .rows(let place): sortNames(in: place)
    case .runs: RunColumn.sorted.map(\.rawValue)
    }
  }

  /// Sorts a list by the column called `name`; without a name it says how it is sorted.
  mutating func sort(byColumnCalled name: String, of place: ListPlace) {
    guard !name.isEmpty else {
      message = .done("\(sortSentence(of: place)) :sort COLUMN sorts by another one.")
      return
    }
    let names = sortNames(of: place)
    guard names.contains(name.lowercased()) else {
      let known = names.joined(separator: ", ")
      message = .warning("There is no column \"\(name)\" to sort by; \(known) are there.")
      return
    }
    switch place {
    case .rows(let place): sort(byColumn: name.lowercased(), in: place)
    case .runs: RunColumn(rawValue: name.lowercased()).map { sortRuns(by: ColumnSort(column: $0)) }
    }
  }

  private func sortSentence(of place: ListPlace) -> Line {
    switch place {
    case .rows(let place):
      let view = self[rows: place].view
      return view.isByPerson ? view.peopleSort.sentence : view.sort.sentence
    case .runs: return runs.sort.sentence
    }
  }
}
