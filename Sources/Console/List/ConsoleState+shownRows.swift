import AppStream

extension ConsoleState {
  var geometry: ListGeometry { ListGeometry(size: size, isProtected: isAccountProtected) }

  /// Finds the rows to show anew, after a change of what was read, of the stack or of the filter.
  ///
  /// - Parameters:
  ///   - row: The row that the cursor stays on, where it is still shown.
  ///   - fallback: Where the cursor goes otherwise; `nil` leaves it on its line.
  mutating func showRows(keeping row: Association?, orElse fallback: Int? = nil) {
    list.shown = shownRows()
    list.countShownMarks()
    let count = list.shown.count
    let height = geometry.height
    guard list.isCursorPlaced, let row else {
      list.rowsCursor.go(to: 0, count: count, height: height)
      return
    }
    if let index = list.shown.firstIndex(where: { list.table[$0].is(row) }) {
      list.rowsCursor.follow(to: index, count: count, height: height)
    } else {
      list.rowsCursor.go(to: fallback ?? list.rowsCursor.index, count: count, height: height)
    }
  }

  /// A field of `row` in words, for looking for words in it.
  func value(of row: UserStackAssociation, _ field: RowFilter.Field, _ facts: UserFacts) -> String {
    switch field {
    case .user: row.userName
    case .stack: row.stackName
    case .name: facts.name(of: row.userName)
    case .status: facts.status(of: row.userName)
    case .type: row.authenticationType.rawValue
    case .result: list.results.isEmpty ? "" : list.results[row.identity]?.text ?? ""
    }
  }

  private func shownRows() -> [RowID] {
    var rows = list.order.rows
    if let stack = list.stack {
      let slot = list.table.slot(of: stack).map { UInt32($0) }
      rows.removeAll { $0.slot != slot }
    }
    guard !list.filter.isEmpty else { return rows }
    let facts = UserFacts(estate)
    return rows.filter { id in
      let row = list.table[id]
      return list.filter.matches { value(of: row, $0, facts) }
    }
  }
}

extension UserStackAssociation {
  /// Whether `identity` is this row's; asked of many rows, of which almost all differ in the user.
  fileprivate func `is`(_ identity: Association) -> Bool {
    userName == identity.userName && self.identity == identity
  }
}
