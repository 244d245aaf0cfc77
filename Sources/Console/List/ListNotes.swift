import AWSClientCore
import AppStream
import PlainText
import Runs
import Screen

/// The sentences under the list and in its place.
extension ConsoleState {
  /// How far reading has come and what of it failed; empty when everything is there.
  func readingNote(isWide: Bool) -> Line {
    let names = estate.stacks.map(\.name)
    let read = names.count { estate.readings[$0]?.isComplete == true }
    var sentences: [Line] = []
    if read < names.count, !isWide { sentences.append("\(read) of \(names.count) stacks read") }
    if case .partial(let pages, _) = estate.stackList, !names.isEmpty {
      sentences.append("the list of stacks is partial: page \(pages + 1) failed, \(reloadKey) reads it")
    }
    sentences += names.compactMap { failureNote(of: $0) }
    if case .partial(_, let error) = estate.userList {
      let code = error.code
      sentences.append(
        error.isDenied
          ? "NAME and STATUS are not permitted (\(code)); removal works"
          : "NAME and STATUS could not be read (\(code)), \(reloadKey) reads them"
      )
    }
    if isWide { sentences += [progressNote(of: names)].compactMap(\.self) }
    return sentences.joined(separator: isWide ? ".   " : ". ")
  }

  private func failureNote(of stack: String) -> Line? {
    guard case .partial(let pages, let error) = estate.readings[stack] else { return nil }
    if error.isDenied { return "\(stack) is not permitted (\(error.code))" }
    let has = estate.ids(of: stack).isEmpty ? "is not read" : "is partial"
    return "\(stack) \(has): page \(pages + 1) failed, \(reloadKey) reads it"
  }

  /// `staff-tools is being read, visitors waits`, or how many do where there are more.
  private func progressNote(of stacks: [String]) -> Line? {
    func note(_ names: [String], _ one: Line, _ many: Line) -> Line? {
      names.isEmpty ? nil : names.count == 1 ? "\(names[0]) \(one)" : "\(names.count) stacks \(many)"
    }
    let reading = note(stacks.filter { estate.readings[$0]?.isReading == true }, "is being read", "are being read")
    let waiting = note(stacks.filter { (estate.readings[$0] ?? .waiting) == .waiting }, "waits", "wait")
    let parts = [reading, waiting].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The key that reads again what is shown.
  private var reloadKey: Line { keys.list.name(of: .readAgain) }

  /// What stands in place of rows when there are none.
  var emptyText: Line {
    if case .partial(_, let error) = estate.stackList, estate.stacks.isEmpty {
      return "The stacks could not be read. \(error) \(reloadKey) reads them again."
    }
    if isLooking { return "The rows are being looked for." }
    if rowCount > 0 || list.view.isByPerson, !list.filter.isEmpty {
      return "\(list.view.isByPerson ? "Nobody" : "No row") matches /\(list.filter.text). Esc clears the filter."
    }
    guard let stack = list.stack else {
      if estate.stackList.isComplete, estate.stacks.isEmpty {
        return "There is no stack in \(context.destination.region)."
      }
      let isRead = estate.stackList.isComplete && estate.stacksNotRead.isEmpty
      return isRead ? "No user is associated with any stack." : "The stacks are being read."
    }
    switch estate.readings[stack] {
    case .complete: return "No user is associated with \(stack)."
    case .partial(_, let error):
      return "\(stack) could not be read. \(error) \(reloadKey) reads it again."
    case .reading, .waiting, nil: return "\(stack) is being read."
    }
  }

  /// What is special about the row under the cursor, and what of it does not fit in its columns.
  func cursorNote(_ geometry: ListGeometry) -> Message? {
    guard panes.focus == .rows else { return stackNote }
    if let note = rangeNote(in: .list) { return note }
    if let person = list.currentPerson { return personNote(person) }
    guard let id = list.current else { return nil }
    let (row, result) = (estate.table[id], results[id, estate.table])
    if let note = problemNote(id) { return note }
    let kept = keptWord(.row(id))
    let essential: Line = "\(row.userName)  \(row.stackName)\(kept)"
    if let note = lookAlikeNote(essential, UserFacts(estate).name(of: row.userName), row.userName) { return note }
    let texts = [[], [RowColumn.status], [.status, .name]].map { columns in
      RowColumn.wholeText(of: row, UserFacts(estate), result, without: columns) + kept
    }
    // What is left out first stands in the row as well, or is the least that tells it from others.
    let whole = texts.first { DisplayWidth.of($0) <= size.columns } ?? essential
    return Message(line: whole, style: .text)
  }

  /// What went wrong with a row in the last run; `nil` where nothing did.
  private func problemNote(_ id: AssociationID) -> Message? {
    guard let result = results[id, estate.table], result.isProblem, let explanation = result.explanation() else {
      return nil
    }
    let row = estate.table[id]
    return Message(line: "\(row.userName)  \(row.stackName)  \(explanation)", style: .danger)
  }

  /// What went wrong with any of a person's rows, or else everything that a line of people says, whole.
  private func personNote(_ person: UInt32) -> Message {
    if let note = source(of: .list).rows(ofPerson: person).lazy.compactMap(problemNote).first { return note }
    let (name, facts) = (estate.table.userNames[person], UserFacts(estate))
    let parts = [facts.name(ofUser: person), facts.status(ofUser: person)].filter { !$0.isEmpty && $0 != "-" }
    let kept = keptWord(.person(person))
    let note = ([Line(name), stacksText(of: person)] + parts.map { Line($0) }).joined(separator: "  ") + kept
    return lookAlikeNote("\(name)\(kept)", facts.name(ofUser: person), name) ?? Message(line: note, style: .text)
  }

  /// What stands behind the name of somebody who is kept.
  private func keptWord(_ key: RowKey) -> Line { keptName(of: key, in: .list) == nil ? "" : "  kept" }

  /// What the line says of a user whom another one looks like; `nil` where nobody does.
  private func lookAlikeNote(_ essential: Line, _ name: String, _ user: String) -> Message? {
    guard let other = lookAlikes(of: user).first else { return nil }
    let place: Line = estate.associations(ofUser: other).first.map { ", on \($0.stackName)" } ?? ""
    let named: Line = name.isEmpty || name == "-" ? essential : "\(essential)  \(name)"
    let how = difference(user, other)
    let lines: [Line] = [
      "~ \(named): another \(how) (\(other)\(place))", "~ \(named): another \(how)", "~ \(essential): another \(how)",
    ]
    return .warning(lines.first { DisplayWidth.of($0) <= size.columns } ?? lines[2])
  }

  /// In what two names that look alike differ.
  func difference(_ name: String, _ other: String) -> Line {
    let isCase = ExactText(name.lowercased()) == ExactText(other.lowercased())
    return isCase ? "differs only in case" : "is written with other characters that look the same"
  }

  /// Where the columns of the rows stand.
  func rowColumns(_ geometry: ListGeometry) -> RowColumns {
    RowColumns(columns(of: .list), to: geometry.rowsColumns.count, list.arranged.longest, list.arranged.view.sort)
  }

  private var stackNote: Message? {
    guard let stack = list.stack else { return nil }
    if context.rules.protectedStacks.contains(stack) {
      return .warning("\(stack) is protected: its rows are confirmed by typing the whole phrase.")
    }
    guard case .partial(_, let error) = estate.readings[stack] else { return nil }
    return Message(line: "\(error)", style: .danger)
  }
}
