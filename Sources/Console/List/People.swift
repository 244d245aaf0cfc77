import AppStream
import PlainText
import Screen

/// The list by person: each once, whatever stacks they are on.
extension ConsoleState {
  /// Shows people in place of rows, or rows again; marks stay with their rows.
  mutating func togglePeople() {
    list.range = nil
    list.view.isByPerson.toggle()
    // By person every stack counts, whichever was looked at.
    list.stack = nil
    placeStacksCursor()
    list.isCursorPlaced = false
    panes.focus = .rows
    showRows(orElse: 0)
  }

  /// The names of the stacks that a person is on, in order, as far as they were read and by what runs did since.
  func stackNames(of person: UInt32) -> [String] {
    let rows = source(of: .list).rows(ofPerson: person).map { estate.table.stackName(of: $0) }
    return Set(rows).sorted { NameOrder.compare($0, $1) < 0 }
  }

  /// The stacks of a person; where there are none, in how many of all that was looked.
  func stacksText(of person: UInt32) -> Line {
    let names = stackNames(of: person)
    guard names.isEmpty else { return names.map { Line($0) }.joined(separator: ", ") }
    let read = estate.stacks.count - estate.stacksNotRead.count
    return estate.isComplete ? "none" : "none in \(read) of \(estate.stacks.count) read"
  }

  /// How many lines are shown, of how many there are.
  var countText: Line {
    guard list.view.isByPerson else {
      let removed = removedCount
      guard removed > 0 else { return "\(list.count) of \(max(rowCount, list.count)) shown" }
      let left = max(0, max(rowCount, list.count) - removed).of("row")
      let rows: Line = list.filter.isEmpty ? left : "\(list.count) shown of \(left)"
      return "\(rows), \(removed) removed since (\(keys.list.name(of: .readAgain)) reloads)"
    }
    return "\(list.count) of \(max(list.arranged.peopleCount, list.count))"
  }

  /// How many rows of the list runs have taken off since they were read.
  private var removedCount: Int {
    let stack = list.stack.flatMap { estate.table.stackNames.number(of: $0) }
    return results.rowsOffStack.count { row in
      estate.present.contains(row.index) && (list.stack == nil || estate.table.stack(of: row) == stack)
    }
  }

  /// How much is marked: rows, or people with their rows.
  var listMarksText: Line {
    guard list.view.isByPerson else {
      return isLooking ? "\(list.marks.count) marked" : marksText(of: list)
    }
    let hidden = isLooking ? 0 : list.hiddenMarkCount
    let rows: Line = "\(list.marks.count.of("row"))\(hidden > 0 ? ", \(hidden) hidden" : "")"
    return "\(list.markedPeopleCount) marked" + (list.marks.isEmpty ? "" : " (\(rows))")
  }

  /// By which column people are sorted, where it is not on the screen for its heading to say so.
  func peopleSortNote(_ width: Int) -> Line {
    let sort = list.arranged.view.peopleSort
    return peopleColumns(width)[sort.column]?.isEmpty == false ? "" : "by \(sort.column.rawValue)\(sort.sign)"
  }

  /// Draws the people that are on the screen, under their headings.
  func drawPeople(_ area: RowArea, on frame: inout Frame) {
    let places = peopleColumns(area.columns.count)
    let start = area.columns.lowerBound
    let sort = list.arranged.view.peopleSort
    for (column, place) in places where !place.isEmpty {
      let heading = column.column(0, sorted: column == sort.column ? sort.sign : "").heading
      frame.put(
        heading.shortened(to: place.count),
        row: area.headingRow,
        column: start + place.lowerBound,
        style: .header
      )
    }
    let people = list.arranged.people ?? []
    let visible = list.cursor.visible(count: people.count, height: area.height)
    let shown = visible.map { people[$0] }
    let names = shown.map { Line(estate.table.userNames[$0]) }
      .shortenedApart(to: places[.person]?.count ?? 0, cut: .middle)
    for (line, index) in visible.enumerated() {
      drawPerson(shown[line], names[line], places, index, row: area.firstRow + line, area, on: &frame)
    }
  }

  private func drawPerson(
    _ person: UInt32,
    _ name: Line,
    _ places: [PersonColumn: Range<Int>],
    _ index: Int,
    row: Int,
    _ area: RowArea,
    on frame: inout Frame
  ) {
    let (start, facts) = (area.columns.lowerBound, UserFacts(estate))
    let isCurrent = index == list.cursor.index
    if isCurrent { frame.put(">", row: row, column: start, style: .cursor) }
    if let sign = markSign(of: person, index) { frame.put(sign, row: row, column: start + 1, style: .marked) }
    if !lookAlikes(of: estate.table.userNames[person]).isEmpty {
      frame.put("~", row: row, column: start + 2, style: .warning)
    }
    for (column, place) in places where !place.isEmpty {
      let text: Line =
        switch column {
        case .person: name
        case .stacks: "\(stackNames(of: person).count)"
        case .on: stacksText(of: person)
        case .name: Line(facts.name(ofUser: person))
        case .status: Line(facts.status(ofUser: person))
        }
      // Numbers end under the end of their heading, so that they can be compared.
      let indent = column == .stacks ? max(0, "STACKS".count - DisplayWidth.of(text)) : 0
      frame.put(text.shortened(to: place.count), row: row, column: start + place.lowerBound + indent)
    }
    guard isCurrent, area.isFocused, let place = places[.person] else { return }
    frame.reverse(row: row, column: start + place.lowerBound, width: min(DisplayWidth.of(name), place.count))
  }

  /// `k` for a person who is kept, `*` where all rows are marked, `-` where some are, `+` in an open range.
  private func markSign(of person: UInt32, _ index: Int) -> Line? {
    if keptName(of: .person(person), in: .list) != nil { return "k" }
    let rows = source(of: .list).rows(ofPerson: person)
    let marked = rows.count { list.marks.contains($0) }
    if marked > 0 { return marked == rows.count ? "*" : "-" }
    return list.openRange?.contains(index) == true ? "+" : nil
  }

  /// Where the columns of people stand behind the signs.
  private func peopleColumns(_ width: Int) -> [PersonColumn: Range<Int>] {
    let (longest, sort) = (list.arranged.longest, list.arranged.view.peopleSort)
    let columns = PersonColumn.allCases.map { column in
      column.column(column.ofRows.map { longest[$0] } ?? 0, sorted: column == sort.column ? sort.sign : "")
    }
    let places = columns.places(from: RowColumns.signs, to: width, gap: 2)
    return Dictionary(zip(PersonColumn.allCases, places)) { first, _ in first }
  }
}
