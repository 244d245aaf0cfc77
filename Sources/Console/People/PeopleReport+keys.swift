import AppStream
import BitCollections
import PlainText
import Screen

extension PeopleReport: StackedScreen {
  static var kind: ScreenKind { .people }
  static var title: String { "People from a list" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { keys.people.help }
  static var layer: ScreenLayer { .page }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    guard let action = console.keys.people.action(for: press.key) else { return console.refuse(press.key) }
    let size = console.size
    switch action {
    case .move(let movement):
      let times = console.times
      console.peopleReport?.move(movement, times: times, on: size)
    case .mark: mark(in: &console)
    case .otherCase:
      guard let findings, findings.takeable > 0 else {
        console.message = waiting ?? .warning("Nobody who differs only in case can be taken.")
        break
      }
      console.peopleReport?.toggleOtherCase(on: size)
    case .write:
      guard let file = output(&console) else { break }
      console.askForPath(of: file)
    case .help: console.openHelp()
    case .back:
      console.peopleReport = nil
      console.message = .done(request.use == .mark ? "Nothing was marked." : "Nothing was changed.")
    }
    return []
  }

  func fit(_ console: inout ConsoleState) {
    let size = console.size
    console.peopleReport?.layOut(for: size)
  }

  func output(_ console: inout ConsoleState) -> OutputFile? {
    guard notTakenCount > 0 else {
      console.message = waiting ?? .warning("Everybody in the list is taken, so there is nobody to write.")
      return nil
    }
    return .people(PeopleNotTaken(notTaken))
  }

  /// What is said while nothing is known of the people yet.
  private var waiting: Message? {
    guard findings == nil else { return nil }
    guard request.use == .mark else { return .warning("The people are kept as soon as all are found, without a key.") }
    return .warning("The list is still being read: try again in a moment.")
  }

  /// Marks the rows that are counted, and says what was marked and who was not taken.
  private func mark(in console: inout ConsoleState) {
    guard let share else {
      console.message = waiting
      return
    }
    // Rows may have gone, and people been kept, since they were looked for.
    let rows = console.markable(share.rows.intersection(console.estate.present)).rows
    guard !rows.isEmpty else {
      console.message = .warning("Nobody in the list has a row that could be marked.")
      return
    }
    let added = console.list.changeMarks(adding: rows, in: console.estate.table).added
    console.peopleReport = nil
    let users = Set(rows.map { console.estate.table.user(of: AssociationID(UInt32($0))) })
    let people: Line = "\(rows.count.of("row")) of \(users.count.of("person", plural: "people"))"
    var text: Line = added == 0 ? "\(people) are marked already" : "\(people) marked"
    if added > 0, added < rows.count { text += ", \(rows.count - added) of them before" }
    text += notTakenCount == 0 ? "" : "; \(notTakenCount) of the list not taken"
    if added > 0 { text += " (\(console.keys.rows.name(of: .undoMarks)) takes the marks back)" }
    guard let findings, !findings.extent.isWhole else { return console.message = .done("\(text).") }
    console.message = .warning("\(text). \(findings.extent.text): there may be more rows.")
  }
}

extension ConsoleState {
  /// The list of people that is shown, or being read.
  var peopleReport: PeopleReport? {
    get { screens[PeopleReport.self] }
    _modify { yield &screens[PeopleReport.self] }
  }
}
