import PlainText
import Screen

/// The keys of the prompt for a list's lines that do not type.
enum PeopleLinesAction: Sendable, Equatable {
  case endList, endLine, cancel, erase
}

let peopleLinesKeys = KeyTable<PeopleLinesAction>(kept: [
  KeyBinding([.control("d")], "end the list", .endList, "end the list", footer: FooterPlace()),
  KeyBinding([.enter], "next line", .endLine, "end the line", footer: FooterPlace()),
  KeyBinding([.escape], "cancel", .cancel, "read no list", footer: FooterPlace()),
  KeyBinding([.backspace, .delete], "erase", .erase, "take back a character, or the end of the line before"),
])

/// A list of people as it is typed or pasted, line by line.
struct PeopleLinesPrompt: Sendable, Equatable {
  /// The most characters: more is no list that somebody types, and every key would cost as much as all before it.
  private static let longest = KeyDecoder.pasteLimit

  let use: PeopleUse
  private(set) var lines: [String] = []
  private(set) var current = ""
  private var length = 0

  init(use: PeopleUse) {
    self.use = use
  }

  /// All lines, the one that is being typed last.
  var text: String { (lines + [current]).joined(separator: "\n") }

  var isEmpty: Bool { lines.isEmpty && current.isEmpty }

  /// Types `text`, which may have line ends in it.
  ///
  /// - Returns: Whether there was room for it.
  mutating func type(_ text: String) -> Bool {
    guard length + text.utf8.count < Self.longest else { return false }
    length += text.utf8.count
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    current += parts.first ?? ""
    for part in parts.dropFirst() {
      lines.append(current)
      current = String(part)
    }
    return true
  }

  /// Takes a character back, or the end of the line before.
  mutating func erase() {
    if !current.isEmpty {
      length -= current.removeLast().utf8.count
    } else if let last = lines.popLast() {
      current = last
      length -= 1
    }
  }
}

extension PeopleLinesPrompt: PromptScreen {
  static var kind: ScreenKind { .peopleLinesPrompt }
  static var title: String { "While a list's lines are typed" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { peopleLinesKeys.help }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    var edited = self
    var isTaken = true
    switch peopleLinesKeys.action(for: press.key) {
    case .endList:
      guard !isEmpty else { return interrupt(&console) }
      console.prompt = nil
      return console.readPeople(from: .typed(text), for: use)
    case .endLine: isTaken = edited.type("\n")
    case .cancel: return interrupt(&console)
    case .erase: edited.erase()
    case nil:
      switch press.key {
      case .character(let character): isTaken = edited.type(String(character))
      case .paste(let pasted): isTaken = edited.type(pasted)
      default: break
      }
    }
    if !isTaken {
      console.message = .warning(
        "There is no room for more than 1 MiB: Esc, and \(console.keys.list.name(of: .listedPeople)) reads a file."
      )
    }
    console.prompt = .peopleLines(edited)
    return []
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.closePrompt("No list was read.")
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let size = console.size
    let row = size.rows - 2
    let purpose: Line = use == .mark ? "to mark" : "to keep"
    let note: Line = "Type or paste the people \(purpose), one address a line; Ctrl-D ends the list."
    frame.fill(row: row - 1, column: 0, width: size.columns, with: " ")
    frame.putNote(console.message ?? Message(line: note, style: .dim), lastRow: row - 1)
    let label: Line = "Line \(lines.count + 1): "
    let typed = Line(current).endingIn(size.columns - DisplayWidth.of(label) - 1)
    frame.put((label + typed).fitted(to: size.columns), row: row, column: 0, style: .prompt)
    frame.caret = Position(row: row, column: DisplayWidth.of(label) + DisplayWidth.of(typed))
    frame.replaceFooter(peopleLinesKeys.hints)
  }
}
