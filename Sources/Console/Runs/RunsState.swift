import PlainText
import Runs

/// The runs that have a journal, as far as they are listed.
struct RunsState: Sendable, Equatable {
  private(set) var listing = Listing.notAsked
  /// Newest first.
  private(set) var rows: [ListedRun] = []
  /// Which of them tried earlier ones again or undid them.
  private(set) var later = LaterRuns()
  var cursor = ListCursor()
  /// How long the values of the rows are.
  var longest = LongestRunValues()
  /// The runs whose journals were asked for and have not arrived.
  private var journalsAsked: Set<RunID> = []
  /// What is to be said once about runs that were cut off, as soon as there is a line for it.
  var notice: Line?

  /// How far the list of runs has come.
  enum Listing: Sendable, Equatable {
    case notAsked, reading, listed
    case failed(Line)
  }

  /// Whether no list has arrived yet.
  private(set) var isNeverListed = true

  /// The run under the cursor.
  var current: ListedRun? { rows.indices.contains(cursor.index) ? rows[cursor.index] : nil }

  mutating func beginListing() {
    listing = .reading
  }

  /// Takes in a list; the cursor stays on its run.
  mutating func take(_ listed: [ListedRun], height: Int) {
    let current = current?.id
    listing = .listed
    isNeverListed = false
    rows = listed
    later = LaterRuns(listed)
    let place = current.flatMap { id in listed.firstIndex { $0.id == id } }
    cursor.follow(to: place ?? 0, count: listed.count, height: height)
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
