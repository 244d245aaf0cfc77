/// How far the rows to show are found: what has changed since, and what is being done about it.
struct Arranging: Sendable, Equatable {
  /// Up to so many rows are found in no time that a person could notice, and so at once.
  var rowsAtOnce = 20_000

  /// More rows than that are put in order anew when there are half as many more of them, or nothing more is on its way:
  /// all that is put in order while a million arrive is then three million.
  static let growth = 2

  /// The number of the last arrangement that was asked for.
  private(set) var number = 0
  /// Whether it is under way.
  private(set) var isUnderWay = false
  /// What it is to show.
  private(set) var view = RowView()
  /// Whether it puts the rows in order, since there are others.
  private(set) var ordersRows = false
  /// Whether it has to look at all rows, since something about them has changed.
  private(set) var looksAgain = false
  /// How many rows there were when they were put in order last.
  private var orderedCount = 0
  /// Whether other rows are there than were put in order.
  var isOrderOutdated = false
  /// Whether what a filter looks at has changed since rows were found by it.
  var isOutdated = false
  /// Whether the rows are to be found as soon as nothing else is.
  var isDue = false
  /// Where the cursor goes when its row is not shown any more; `nil` leaves it on its line.
  var fallback: Int?

  /// Whether `count` rows are enough more than were put in order.
  func isWorthwhile(_ count: Int) -> Bool {
    abs(count - orderedCount) * Self.growth >= orderedCount
  }

  /// Begins to find what `view` shows of `count` rows, in place of anything else, as the arrangement with this number.
  mutating func begin(_ number: Int, _ view: RowView, _ count: Int) {
    // What is given up has put nothing in order.
    if isUnderWay { (isOrderOutdated, isOutdated) = (isOrderOutdated || ordersRows, isOutdated || looksAgain) }
    self.number = number
    self.view = view
    isUnderWay = true
    if isOrderOutdated { orderedCount = count }
    (ordersRows, looksAgain) = (isOrderOutdated, isOrderOutdated || isOutdated)
    (isOrderOutdated, isOutdated, isDue) = (false, false, false)
  }

  /// The arrangement with this number has been made.
  ///
  /// - Returns: Whether it is the last one that was asked for.
  mutating func end(_ number: Int) -> Bool {
    guard number == self.number, isUnderWay else { return false }
    isUnderWay = false
    return true
  }
}
