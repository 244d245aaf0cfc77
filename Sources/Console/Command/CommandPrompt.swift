import AppStream
import PlainText
import Runs
import Screen

/// The keys of the command prompt that do not type.
enum CommandPromptAction: Sendable, Equatable {
  case perform, complete, cancel, erase
}

let commandPromptKeys = KeyTable<CommandPromptAction>([
  KeyBinding([.enter], "Enter", .perform, "do it", hint: KeyHint("Enter", "do it")),
  KeyBinding(
    [.tab],
    "Tab",
    .complete,
    "complete a command's name, or that of what it is about",
    hint: KeyHint("Tab", "complete")
  ),
  KeyBinding([.escape], "Esc", .cancel, "do nothing", hint: KeyHint("Esc", "cancel")),
  KeyBinding([.backspace, .delete], "Backspace", .erase, "take back a character; without any, do nothing"),
])

/// A command, as far as it was typed after `:`.
struct CommandPrompt: Sendable, Equatable {
  var text = ""
}

extension CommandPrompt: PromptScreen {
  static var kind: ScreenKind { .commandPrompt }
  static var title: String { "While a command is typed" }
  static var keyHelp: [KeyHelp] { commandPromptKeys.help }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    var edited = self
    switch commandPromptKeys.action(for: press.key) {
    case .perform:
      console.prompt = nil
      return console.perform(CommandText(text))
    case .complete: edited.text = CommandText(text).completed(console.commandNames)
    case .cancel: return interrupt(&console)
    case .erase where text.isEmpty: return interrupt(&console)
    case .erase: edited.text = String(text.dropLast())
    case nil:
      switch press.key {
      case .character(let character): edited.text = text.typing(String(character))
      // Only the first line: nothing of a paste is done before somebody presses Enter.
      case .paste(let pasted): edited.text = text.typing(pasted)
      default: break
      }
    }
    console.prompt = .command(edited)
    return []
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.closePrompt("Nothing was done.")
  }

  /// Draws what is typed after `:`, and over it what it may become.
  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let width = console.size.columns
    let row = console.size.rows - 2
    let typed = Line(text).endingIn(width - 2)
    frame.put(hint(console.commandNames).fitted(to: width), row: row - 1, column: 0, style: .dim)
    frame.put((":" + typed).fitted(to: width), row: row, column: 0, style: .prompt)
    frame.caret = Position(row: row, column: 1 + DisplayWidth.of(typed))
    frame.replaceFooter(commandPromptKeys.hints)
  }

  /// The commands or names that may be meant, or what the only command does.
  private func hint(_ known: CommandNames) -> Line {
    let text = CommandText(text)
    guard let command = text.command else {
      return text.candidates.isEmpty ? "no such command" : text.candidates.map { Line($0.name) }.joined(separator: "  ")
    }
    guard let names = text.arguments(of: known) else { return "\(command.usage)  \(command.meaning)" }
    return names.isEmpty ? "no \(command.name) begins so" : names.map { Line($0) }.joined(separator: "  ")
  }
}

extension ConsoleState {
  /// The names that what is typed may be the beginning of.
  fileprivate var commandNames: CommandNames {
    CommandNames(
      stacks: estate.stacks.map(\.name),
      profiles: context.destination.profileNames,
      regions: context.regions,
      columns: sortNames(in: run == nil ? .list : .run)
    )
  }

  mutating func openCommandPrompt() {
    prompt = .command(CommandPrompt())
  }
}
