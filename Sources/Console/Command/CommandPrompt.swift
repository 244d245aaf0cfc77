import AppStream
import PlainText
import Runs
import Screen

/// The keys of the command prompt that do not edit the command.
enum CommandPromptAction: Sendable, Equatable {
  case perform, complete, cancel, leaveEmpty
}

let commandPromptKeys = KeyTable<CommandPromptAction>(kept: [
  KeyBinding([.enter], "do it", .perform, "do it", footer: FooterPlace()),
  KeyBinding(
    [.tab],
    "complete",
    .complete,
    "complete a command's name, or that of what it is about",
    footer: FooterPlace()
  ),
  KeyBinding([.escape], "cancel", .cancel, "do nothing", footer: FooterPlace()),
  KeyBinding([.backspace], "leave empty", .leaveEmpty, "in an empty line, do nothing"),
])

/// A command, as far as it was typed after `:`.
struct CommandPrompt: Sendable, Equatable {
  var line = EditedLine()
}

extension CommandPrompt: LinePrompt {
  static var kind: ScreenKind { .commandPrompt }
  static var title: String { "While a command is typed" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { commandPromptKeys.help }
  static var history: PromptHistory.Kind { .command }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    switch commandPromptKeys.action(for: press.key) {
    case .perform:
      keepEntry(in: &console)
      console.prompt = nil
      return console.perform(CommandText(text))
    case .complete:
      var edited = self
      edited.line.replace(with: CommandText(text).completed(console.commandNames))
      edited.show(in: &console)
      return []
    case .cancel: return interrupt(&console)
    case .leaveEmpty where text.isEmpty: return interrupt(&console)
    case .leaveEmpty, nil: return edit(press.key, in: &console)
    }
  }

  func show(in console: inout ConsoleState) {
    console.prompt = .command(self)
  }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.closePrompt("Nothing was done.")
  }

  /// Draws what is typed after `:`, and over it what it may become.
  func draw(_ console: ConsoleState, on frame: inout Frame) {
    draw(console, label: ":", note: hint(console.commandNames, columns: console.size.columns), on: &frame)
    frame.replaceFooter(commandPromptKeys.hints)
  }

  /// The commands or names that may be meant, or what the only command does.
  private func hint(_ known: CommandNames, columns: Int) -> Line {
    let text = CommandText(text)
    guard let command = text.command else {
      let names = text.candidates.map { Line($0.name) }
      let spaced = names.joined(separator: "  ")
      if names.isEmpty { return "no such command" }
      return DisplayWidth.of(spaced) <= columns ? spaced : names.joined(separator: " ")
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
      columns: sortNames(of: listInFront)
    )
  }

  mutating func openCommandPrompt() {
    prompt = .command(CommandPrompt(line: EditedLine(earlier: history[.command])))
  }
}
