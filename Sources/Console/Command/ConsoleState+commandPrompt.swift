import AppStream
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

extension ConsoleState {
  /// The names that what is typed may be the beginning of.
  var commandNames: CommandNames {
    CommandNames(
      stacks: estate.stacks.map(\.name),
      profiles: context.destination.profileNames,
      regions: context.regions
    )
  }

  mutating func openCommandPrompt() {
    prompt = .command("")
  }

  mutating func take(_ key: Key, inCommand text: String) -> [Effect] {
    switch commandPromptKeys.action(for: key) {
    case .perform:
      prompt = nil
      return perform(CommandText(text))
    case .complete:
      prompt = .command(CommandText(text).completed(commandNames))
    case .cancel:
      return cancelPrompt()
    case .erase where text.isEmpty:
      return cancelPrompt()
    case .erase:
      prompt = .command(String(text.dropLast()))
    case nil:
      switch key {
      case .character(let character): prompt = .command(text.typing(String(character)))
      // Only the first line: nothing of a paste is done before somebody presses Enter.
      case .paste(let pasted): prompt = .command(text.typing(pasted))
      default: break
      }
    }
    return []
  }
}
