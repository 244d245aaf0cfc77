import AppStream

/// The rows that are shown follow what was read, the stack and the filter: at once in most accounts, and in a large one
/// as soon as they are found.
extension ConsoleState {
  var geometry: ListGeometry { ListGeometry(size: size, isProtected: isAccountProtected) }

  /// The association under the cursor.
  var currentRow: Association? { list.current.map { estate.table[$0] } }

  /// How many rows there are on the stack that is shown, or on all, as far as these are in their order.
  var rowCount: Int { list.stack.map { estate.ids(of: $0).count } ?? list.order.rows.count }

  /// Whether there are more names than can be looked through while a key waits, of rows or of the pool.
  var isLarge: Bool { isLarge(.list) }

  /// The same of a place.
  private func isLarge(_ place: RowPlace) -> Bool {
    let estate = source(of: place).estate
    return max(estate.count, estate.table.userNames.count) > self[rows: place].arranging.rowsAtOnce
  }

  /// Whether other rows of the list are shown than those asked for, or than those that are there once all has been
  /// read.
  var isLooking: Bool { isLooking(in: .list) }

  /// The same of a place.
  func isLooking(in place: RowPlace) -> Bool {
    let arranging = self[rows: place].arranging
    let isRead = place == .run || reads.isIdle
    return self[rows: place].isLooking || isRead && (arranging.isDue || arranging.isUnderWay)
  }

  /// Finds the rows to show anew, after a change of what was read, of the stack or of the filter.
  ///
  /// - Parameter fallback: Where the cursor goes when the row that it stands on is not shown any more; `nil` leaves it
  ///   on its line.
  mutating func showRows(in place: RowPlace = .list, orElse fallback: Int? = nil) {
    self[rows: place].arranging.fallback = fallback
    self[rows: place].arranging.isDue = true
    guard !isLarge(place), let rows = nextArrangement(in: place).arranged() else { return }
    take(rows)
  }

  /// Has the rows found that are due, unless that is being done.
  mutating func arrangeRows() -> [Effect] {
    RowPlace.allCases.compactMap { place in
      let rows = self[rows: place]
      guard rows.arranging.isDue, !rows.arranging.isUnderWay || rows.arranging.view != rows.view else { return nil }
      return .task(.arrange(nextArrangement(in: place)))
    }
  }

  /// Takes in rows that were found; those that were asked for earlier are of no use any more.
  mutating func take(_ found: ArrangedRows) {
    guard self[rows: found.place].arranging.end(found.number) else { return }
    let (table, height) = (source(of: found.place).estate.table, height(of: found.place))
    self[rows: found.place].follow(found, in: table, height: height)
  }

  private mutating func nextArrangement(in place: RowPlace) -> Arrangement {
    arrangementCount += 1
    let (number, source) = (arrangementCount, source(of: place))
    let view = self[rows: place].view
    self[rows: place].arranging.begin(number, view, source.estate.count)
    let rows = self[rows: place]
    let isNarrower = !rows.arranging.looksAgain && view.narrows(rows.arranged.view)
    return Arrangement(
      number: number,
      place: place,
      source: source,
      order: rows.order,
      isOrderOutdated: rows.arranging.ordersRows,
      view: view,
      candidates: isNarrower ? rows.arranged : nil,
      repertoire: context.repertoire
    )
  }
}

extension RowList {
  /// Takes in rows to show, and keeps the cursor on its line.
  fileprivate mutating func follow(_ found: ArrangedRows, in table: AssociationTable, height: Int) {
    let current = key(at: cursor.index)
    take(found, in: table)
    guard isCursorPlaced, let current else { return cursor.go(to: 0, count: count, height: height) }
    if let index = index(of: current) {
      cursor.follow(to: index, count: count, height: height)
    } else {
      cursor.go(to: arranging.fallback ?? cursor.index, count: count, height: height)
    }
  }
}

extension ConsoleState {
  /// The other users whose names look like `user`: they differ in case, or in how Unicode writes the same letters.
  func lookAlikes(of user: String) -> [String] {
    let names = estate.table.userNames
    return list.order.users.lookAlikes(of: user, names) { estate.isKnown(user: $0) }.map { names[$0] }
  }
}
