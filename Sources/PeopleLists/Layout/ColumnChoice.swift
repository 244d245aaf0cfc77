import PlainText

/// Chooses the column that names the users, by its heading and, where several may, by what stands in them.
struct ColumnChoice {
  /// What the cells of a column are.
  private struct Cells {
    var withAddress = 0
    /// Those that can be a login: one word, and no address.
    var logins = 0
  }

  /// The columns that may be meant.
  let places: [Int]
  private let headings: [Heading]
  private let file: String
  private var cells: [Cells]
  /// For two columns, counted among ``places``: the first line on which both have an address and not the same.
  private var differences: [Pair: Int] = [:]

  private struct Pair: Hashable {
    let one: Int
    let other: Int
  }

  /// Finds the columns that may be meant; `wanted` is what `--column` says.
  ///
  /// - Throws: ``ListRefusal`` where there is none, or where two have one name.
  init(_ headings: [Heading], line: Int, file: String, wanted: String?) throws(ListRefusal) {
    self.headings = headings
    self.file = file
    places = headings.indices.filter { wanted.map(headings[$0].isCalled) ?? headings[$0].namesUser }
    cells = [Cells](repeating: Cells(), count: places.count)
    var seen: [String: String] = [:]
    for heading in places.map({ headings[$0] }) {
      guard let first = seen.updateValue(heading.text, forKey: heading.plain) else { continue }
      throw ListRefusal(file: file, .sameHeading(first, and: heading.text, line: line))
    }
    guard places.isEmpty else { return }
    let seenHeadings = headings.map(\.text)
    throw ListRefusal(
      file: file,
      wanted.map { .noColumn($0, seen: seenHeadings) } ?? .unknownColumns(seenHeadings, line: line)
    )
  }

  /// Whether the cells have to say which column is meant.
  var isOpen: Bool { places.count > 1 }

  /// Takes note of a row; `texts` are its cells in the columns of ``places``.
  mutating func compare(_ texts: [String], line: Int) {
    for (index, cell) in texts.enumerated() where !cell.isEmpty {
      if cell.hasAt {
        cells[index].withAddress += 1
      } else if !cell.unicodeScalars.contains(where: { $0.isWhite }) {
        cells[index].logins += 1
      }
    }
    for one in texts.indices where texts[one].hasAt {
      for other in texts.indices.dropFirst(one + 1) where texts[other].hasAt {
        let pair = Pair(one: one, other: other)
        let isNew = differences[pair] == nil && ExactText(texts[one]) != ExactText(texts[other])
        if isNew { differences[pair] = line }
      }
    }
  }

  /// The place of the column.
  ///
  /// - Throws: ``ListRefusal`` where several may name the user and are not the same.
  func place() throws(ListRefusal) -> Int {
    let filled = places.indices.filter { cells[$0].withAddress > 0 }
    guard isOpen, let first = filled.first else { return places[0] }
    if let logins = places.indices.first(where: isOfLogins) {
      throw ListRefusal(file: file, .loginsBeside(text(logins), addresses: text(first)))
    }
    if let own = filled.first(where: { headings[places[$0]].isOwn }) { return places[own] }
    for one in filled {
      for other in filled where other > one {
        guard let line = differences[Pair(one: one, other: other)] else { continue }
        throw ListRefusal(file: file, .columnsDiffer(text(one), text(other), line: line))
      }
    }
    // The fuller of columns that are the same wherever they are filled.
    return places[filled.max { cells[$0].withAddress < cells[$1].withAddress } ?? first]
  }

  private func isOfLogins(_ index: Int) -> Bool {
    cells[index].withAddress == 0 && cells[index].logins > 0 && !headings[places[index]].isOfMail
  }

  private func text(_ index: Int) -> String { headings[places[index]].text }
}

extension String {
  var hasAt: Bool { utf8.contains(UInt8(ascii: "@")) }
}
