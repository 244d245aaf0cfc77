import PlainText

/// The help, drawn from the key tables, so that it names every key there is and none that is not.
///
/// What the screen needs that it was called from comes first: how a filter is written, its keys side by side, and then
/// what each of them does.
///
/// - Parameters:
///   - first: What it was called from.
///   - tables: What keys do.
func helpParagraphs(first: ScreenKind, _ tables: KeyTables) -> [Paragraph] {
  let leading = HelpSection.leading(on: first)
  let sections = leading + HelpSection.all.filter { !leading.contains($0) }
  let overview =
    first.keyHelp(tables).contains { $0.group != .act }
    ? [.heading(Line(first.title))] + overview(of: first, tables) : []
  return sections.flatMap { section -> [Paragraph] in
    switch section {
    case .screen(first) where !overview.isEmpty:
      let keys = KeyGroup.allCases.flatMap { group in first.keyHelp(tables).filter { $0.group == group } }
      return overview + [.blank, .heading("Each of these keys")] + keys.map(\.paragraph) + [.blank]
    default: return [.heading(section.title)] + section.paragraphs(tables) + [.blank]
    }
  }.dropLast()
}

/// The keys of a screen side by side, by what they are about; keys that do the same stand together.
private func overview(of screen: ScreenKind, _ tables: KeyTables) -> [Paragraph] {
  let keys = (screen.keyHelp(tables) + generalKeys.help).reduce(into: [KeyHelp]()) { keys, key in
    if let place = keys.firstIndex(where: { $0.name == key.name }) {
      keys[place].typed += " \(key.typed)"
    } else {
      keys.append(key)
    }
  }
  return KeyGroup.allCases.compactMap { group in
    let members = keys.filter { $0.group == group }
    return members.isEmpty ? nil : .keys(label: Line(group.rawValue), members)
  }
}

/// A part of the help.
private enum HelpSection: Equatable {
  case screen(ScreenKind)
  case everywhere, signs, lineEditing, commands, filter

  static let all = ScreenKind.allCases.map { HelpSection.screen($0) } + [.lineEditing, .commands, .filter]

  /// What comes first in the help of a screen.
  static func leading(on screen: ScreenKind) -> [HelpSection] {
    (screen.hasFilter ? [.filter] : []) + [.screen(screen)] + (screen.isLinePrompt ? [.lineEditing] : [])
      + (screen == .commandPrompt ? [.commands] : []) + [.everywhere, .signs]
  }

  var title: Line {
    switch self {
    case .screen(let screen): Line(screen.title)
    case .everywhere: "Everywhere"
    case .signs: "Signs beside a row"
    case .lineEditing: Line(lineEditingTitle)
    case .commands: "Commands"
    case .filter: "A filter"
    }
  }

  func paragraphs(_ tables: KeyTables) -> [Paragraph] {
    switch self {
    case .screen(let screen): screen.keyHelp(tables).map(\.paragraph)
    case .everywhere: generalKeys.help.map(\.paragraph)
    case .signs: helpSigns
    case .lineEditing: lineEditingKeys.help.map(\.paragraph)
    case .commands: Command.all.map(\.help.paragraph)
    case .filter: filterGrammar.map(\.paragraph)
    }
  }
}

extension KeyHelp {
  fileprivate var paragraph: Paragraph { .fact(label: Line(typed), text: Line(meaning)) }
}

private let helpSigns: [Paragraph] = [
  .fact(label: ">", text: "the cursor"),
  .fact(label: "*", text: "marked; of a person: all rows"),
  .fact(label: "-", text: "some of a person's rows are marked"),
  .fact(label: "+", text: "in the range that is open"),
  .fact(label: "k", text: "kept: no key marks it"),
  .fact(label: "~", text: "another user's name differs only in case"),
  .fact(label: "0", text: "in a plan: the user is left with no stack"),
  .fact(label: "!", text: "a protected stack, or a warning"),
]

/// What may be typed as a filter, with an example of each.
let filterGrammar = [
  KeyHelp(typed: "word word", meaning: "all words must occur, in small or capital letters: contr biology"),
  KeyHelp(typed: "!word", meaning: "the word must not occur: contr !biology"),
  KeyHelp(typed: "word|word", meaning: "one of the words must occur: biology|physics"),
  KeyHelp(
    typed: "field:word",
    meaning: "in one of \(RowColumn.allCases.map(\.rawValue).joined(separator: " ")): status:archived"
  ),
]
