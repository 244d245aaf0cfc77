import PlainText
import Screen

/// The keys that say what a list of people is for.
enum PeopleUseAction: Sendable, Equatable {
  case mark, keep, cancel
}

let peopleUseKeys = KeyTable<PeopleUseAction>(kept: [
  KeyBinding([.character("m")], "mark them", .mark, "mark the people of a list", footer: FooterPlace()),
  KeyBinding([.character("k")], "keep them", .keep, "let no key mark the people of a list", footer: FooterPlace()),
  KeyBinding([.escape], "cancel", .cancel, "read no list", footer: FooterPlace()),
])

/// What a list of people is for, which one key says.
struct PeopleUsePrompt: Sendable, Equatable {}

extension PeopleUsePrompt: PromptScreen {
  static var kind: ScreenKind { .peopleUsePrompt }
  static var title: String { "While it is asked what a list is for" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { peopleUseKeys.help }

  // Only a key that somebody pressed by itself says it.
  func takesText(_ key: Key) -> Bool { false }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    switch peopleUseKeys.action(for: press.key) {
    case .mark: console.askForPeople(for: .mark)
    case .keep: console.askForPeople(for: .keep)
    case .cancel: return interrupt(&console)
    case nil: console.message = .warning("m marks the people of a list, k keeps them.")
    }
    return []
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.closePrompt("No list was read.")
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let row = console.size.rows - 2
    let question: Line = "People from a list: m marks them, k keeps them, so that no key marks them."
    frame.fill(row: row, column: 0, width: console.size.columns, with: " ")
    frame.putNote(console.message ?? Message(line: question, style: .prompt), lastRow: row)
    frame.replaceFooter(peopleUseKeys.hints)
  }
}

extension ConsoleState {
  /// Asks what a list of people is for, and then for the list.
  mutating func askForPeople() {
    prompt = .peopleUse(PeopleUsePrompt())
  }

  /// Marks the people of the file at `path`, after a report on them.
  mutating func markPeople(from path: String) -> [Effect] { readPeople(at: path, for: .mark) }

  /// Keeps the people of the file at `path`; nobody any more where there is none.
  mutating func keepPeople(from path: String) -> [Effect] {
    guard path.isEmpty else { return readPeople(at: path, for: .keep) }
    endKeeping()
    return []
  }

  /// Reads the list at `path`, or has its lines typed where that is `-`.
  mutating func readPeople(at path: String, for use: PeopleUse) -> [Effect] {
    switch path {
    case "": askForPeople(for: use)
    case "-": prompt = .peopleLines(PeopleLinesPrompt(use: use))
    default: return readPeople(from: .file(path), for: use)
    }
    return []
  }
}
