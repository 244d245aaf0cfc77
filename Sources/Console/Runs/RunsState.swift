import PlainText
import Runs

/// The runs that have a journal, as far as they are listed.
struct RunsState: Sendable, Equatable {
  private(set) var listing = Listing.notAsked
  /// All of them, the newest first.
  private(set) var rows: [ListedRun] = []
  /// What the list says of each.
  private(set) var lines: [RunLine] = []
  /// Which of them are shown, in the order of the list.
  private(set) var shown: [Int] = []
  var filter = ListFilter<RunColumn>("")
  /// The newest come first as long as nobody asks for another order.
  var sort = ColumnSort(column: RunColumn.when, isReversed: true)
  /// Which of them tried earlier ones again or undid them.
  private(set) var later = LaterRuns()
  var cursor = ListCursor()
  /// How long the values of all lines are.
  private(set) var longest = LongestRunValues()
  /// The runs whose journals were asked for and have not arrived.
  private var journalsAsked: Set<RunID> = []
  /// What is to be said once about runs that were interrupted, as soon as there is a line for it.
  var notice: Line?

  /// How far the list of runs has come.
  enum Listing: Sendable, Equatable {
    case notAsked, reading, listed
    case failed(Line)
  }

  /// Whether no list has arrived yet.
  private(set) var isNeverListed = true

  /// The run under the cursor.
  var current: ListedRun? { currentIndex.map { rows[$0] } }

  /// What the list says of it.
  var currentLine: RunLine? { currentIndex.map { lines[$0] } }

  private var currentIndex: Int? { shown.indices.contains(cursor.index) ? shown[cursor.index] : nil }

  mutating func beginListing() {
    listing = .reading
  }

  /// Takes in a list, of which nothing is shown before ``show(_:cursorOn:height:)``.
  mutating func take(_ listed: [ListedRun]) {
    listing = .listed
    isNeverListed = false
    rows = listed
    (lines, shown) = ([], [])
    later = LaterRuns(listed)
  }

  /// Shows a line for each run, with the cursor on the one that is named, if it is there.
  mutating func show(_ lines: [RunLine], cursorOn id: RunID?, height: Int) {
    self.lines = lines
    longest = LongestRunValues()
    for line in lines { longest.take(line) }
    arrange(cursorOn: id, height: height)
  }

  /// Finds the runs that the filter lets through, in the order that was asked for.
  mutating func arrange(cursorOn id: RunID?, height: Int) {
    let oldestFirst = lines.indices.reversed().filter { lines[$0].passes(filter) }
    let sorted = sort.column == .when ? Array(oldestFirst) : oldestFirst.sorted { isEarlier(lines[$0], lines[$1]) }
    shown = sort.isReversed ? sorted.reversed() : sorted
    let place = id.flatMap { id in shown.firstIndex { lines[$0].id == id } }
    cursor.follow(to: place ?? 0, count: shown.count, height: height)
  }

  /// Whether a line comes before another in the order of a column.
  private func isEarlier(_ one: RunLine, _ other: RunLine) -> Bool {
    if sort.column == .entries { return one.entryCount < other.entryCount }
    return NameOrder.compare(one[sort.column].text, other[sort.column].text) < 0
  }

  mutating func fail(_ sentence: Line) {
    listing = .failed(sentence)
  }

  /// Asks for the journal of `id`, unless that was done and has not been answered.
  ///
  /// - Returns: Whether it is to be read.
  mutating func beginReading(_ id: RunID) -> Bool { journalsAsked.insert(id).inserted }

  /// A journal that was asked for has been read, or cannot be.
  mutating func endReading(_ id: RunID) {
    journalsAsked.remove(id)
  }

  /// Takes in what one run's journal says now.
  mutating func update(_ run: ListedRun) {
    if let place = rows.firstIndex(where: { $0.id == run.id }) { rows[place] = run }
    later.add(run)
  }
}

extension ListedRun {
  /// What the journal holds, where it can be read.
  var readContents: JournalContents? {
    if case .success(let contents) = contents { contents } else { nil }
  }

  /// Why the journal cannot be read.
  var problem: JournalError? {
    if case .failure(let error) = contents { error } else { nil }
  }
}
