import Algorithms

/// Values by key, in order of arrival, read in pages that survive changes between them.
///
/// A position, once given, names the same row for ever, so a page token is one number, the next page is found by binary
/// search, and removing rows between two pages neither repeats nor skips others.
struct PagedTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// Some rows, and where the rows after them begin.
  struct Page {
    var values: [Value]
    /// `nil` where the table ends.
    var next: Int?
  }

  private struct Row: Sendable {
    let position: Int
    var value: Value?
  }

  private var positions: [Key: Int] = [:]
  private var rows: [Row] = []
  private var nextPosition = 0

  /// How many values there are.
  var count: Int { positions.count }

  /// All values in order.
  var values: some Sequence<Value> { rows.lazy.compactMap(\.value) }

  /// The value of `key`; a new key goes to the end, and `nil` removes it.
  subscript(key: Key) -> Value? {
    get { positions[key].flatMap { rows[index(from: $0)].value } }
    set {
      switch (positions[key], newValue) {
      case (nil, nil): break
      case (nil, let value?): append(value, for: key)
      case (let position?, let value?): rows[index(from: position)].value = value
      case (let position?, nil): remove(key, at: position)
      }
    }
  }

  /// Up to `limit` of the values that `isShown` accepts, beginning at `position`.
  func page(from position: Int, limit: Int, where isShown: (Value) -> Bool = { _ in true }) -> Page {
    var page = Page(values: [], next: nil)
    for row in rows[index(from: position)...] {
      guard let value = row.value, isShown(value) else { continue }
      guard page.values.count < limit else {
        page.next = row.position
        break
      }
      page.values.append(value)
    }
    return page
  }

  /// Up to `limit` of the values that `isShown` accepts, after the first `count` of them; `next` is how many are to be
  /// passed over for the page after it.
  func page(skipping count: Int, limit: Int, where isShown: (Value) -> Bool = { _ in true }) -> Page {
    let shown = rows.lazy.compactMap(\.value).filter(isShown).dropFirst(count)
    let hasMore = shown.dropFirst(limit).first != nil
    return Page(values: Array(shown.prefix(limit)), next: hasMore ? count + limit : nil)
  }

  private mutating func append(_ value: Value, for key: Key) {
    positions[key] = nextPosition
    rows.append(Row(position: nextPosition, value: value))
    nextPosition += 1
  }

  private mutating func remove(_ key: Key, at position: Int) {
    positions[key] = nil
    rows[index(from: position)].value = nil
    // Emptied rows are swept once they are the greater part, so that a page never walks over more of them than of rows.
    if rows.count > 32, rows.count > 2 * positions.count { rows.removeAll { $0.value == nil } }
  }

  /// The index of the first row at `position` or after it.
  private func index(from position: Int) -> Int {
    rows.partitioningIndex { $0.position >= position }
  }
}
