import PlainText
import Screen

/// The keys of the prompt for a list's file that do not edit its name.
enum PeoplePathAction: Sendable, Equatable {
  case read, cancel
}

let peoplePathKeys = KeyTable<PeoplePathAction>(kept: [
  KeyBinding([.enter], "read", .read, "read the file; - is for lines typed or pasted", footer: FooterPlace()),
  KeyBinding([.escape], "cancel", .cancel, "read no list", footer: FooterPlace()),
])

/// Where a list of people stands.
struct PeoplePathPrompt: Sendable, Equatable {
  let use: PeopleUse
  var line: EditedLine

  /// What is asked.
  var label: Line {
    switch use {
    case .mark: "Mark people from file (- for lines): "
    case .keep: "Keep people from file (- for lines): "
    }
  }
}

extension PeoplePathPrompt: LinePrompt {
  static var kind: ScreenKind { .peoplePathPrompt }
  static var title: String { "While a list's file is typed" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { peoplePathKeys.help }
  static var history: PromptHistory.Kind { .path }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    switch peoplePathKeys.action(for: press.key) {
    case .read:
      guard !text.isEmpty else { return interrupt(&console) }
      keepEntry(in: &console)
      console.prompt = nil
      return console.readPeople(at: text, for: use)
    case .cancel: return interrupt(&console)
    case nil:
      // Several lines are the list itself, for which its file is asked.
      guard case .paste(let pasted) = press.key, PastedText(pasted) == .lines else {
        return edit(press.key, in: &console)
      }
      return console.readPeople(fromPaste: pasted, for: use)
    }
  }

  func show(in console: inout ConsoleState) {
    console.prompt = .peoplePath(self)
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.closePrompt("No list was read.")
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    draw(console, label: label, on: &frame)
    frame.replaceFooter(peoplePathKeys.hints)
  }
}

extension ConsoleState {
  /// Asks for the file of a list.
  mutating func askForPeople(for use: PeopleUse) {
    prompt = .peoplePath(PeoplePathPrompt(use: use, line: EditedLine(earlier: history[.path])))
  }
}
