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
  var isLarge: Bool { max(estate.count, estate.table.userNames.count) > list.arranging.rowsAtOnce }

  /// Whether other rows are shown than those asked for, or than those that are there once all has been read.
  var isLooking: Bool {
    list.isLooking || reads.isIdle && (list.arranging.isDue || list.arranging.isUnderWay)
  }

  /// Finds the rows to show anew, after a change of what was read, of the stack or of the filter.
  ///
  /// - Parameter fallback: Where the cursor goes when the row that it stands on is not shown any more; `nil` leaves it
  ///   on its line.
  mutating func showRows(orElse fallback: Int? = nil) {
    list.arranging.fallback = fallback
    list.arranging.isDue = true
    guard !isLarge, let rows = nextArrangement().arranged() else { return }
    take(rows)
  }

  /// Has the rows found that are due, unless that is being done.
  mutating func arrangeRows() -> [Effect] {
    guard list.arranging.isDue, !list.arranging.isUnderWay || list.arranging.view != list.view else { return [] }
    return [.task(.arrange(nextArrangement()))]
  }

  /// Takes in rows that were found; those that were asked for earlier are of no use any more.
  mutating func take(_ rows: ArrangedRows) {
    guard list.arranging.end(rows.number) else { return }
    let current = list.current
    list.take(rows)
    let count = rows.shown.count
    let height = geometry.height
    guard list.isCursorPlaced, let current else { return list.rowsCursor.go(to: 0, count: count, height: height) }
    if let index = rows.shown.firstIndex(of: current) {
      list.rowsCursor.follow(to: index, count: count, height: height)
    } else {
      let place = list.arranging.fallback ?? list.rowsCursor.index
      list.rowsCursor.go(to: place, count: count, height: height)
    }
  }

  private mutating func nextArrangement() -> Arrangement {
    let shown = list.arranged
    let number = list.arranging.begin(list.view, estate.count)
    let isNarrower = !list.arranging.looksAgain && list.view.narrows(shown.view)
    return Arrangement(
      number: number,
      estate: estate,
      results: list.results,
      order: shown.order,
      isOrderOutdated: list.arranging.ordersRows,
      view: list.view,
      candidates: isNarrower ? shown : nil,
      repertoire: context.repertoire
    )
  }
}

extension ConsoleState {
  /// The other users whose names look like `user`: they differ in case, or in how Unicode writes the same letters.
  func lookAlikes(of user: String) -> [String] {
    let names = estate.table.userNames
    return list.order.users.lookAlikes(of: user, names) { estate.isKnown(user: $0) }.map { names[$0] }
  }
}
