/// Why the console cannot open on this terminal.
package enum TerminalError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Standard input or output leads to a file or a pipe.
  case notATerminal(Stream)
  /// Another program has the terminal, and nobody can bring this one to the foreground.
  case inBackground
  /// TERM is unset or empty.
  case unnamed
  /// The terminfo database has no entry of this name.
  case unknown(name: String)
  /// The terminal cannot place its cursor, as `dumb` cannot.
  case lineOnly(name: String)
  /// ncurses gave no reason.
  case refused(name: String)

  /// A standard stream that the console needs a terminal on.
  package enum Stream: String, Sendable {
    case input = "Standard input"
    case output = "Standard output"
  }

  package var description: String {
    switch self {
    case .notATerminal(let stream):
      "\(stream.rawValue) is not a terminal, and the console needs one. \(Self.lineCommands)"
    case .inBackground:
      "Another program has the terminal, and the console cannot be brought to the foreground. \(Self.lineCommands)"
    case .unnamed:
      "TERM is not set, so the console cannot know how to draw on this terminal. "
        + "Set it to the terminal's type, such as xterm-256color. \(Self.lineCommands)"
    case .unknown(let name):
      "This host has no description of a terminal of type \(Self.short(name)) (TERM). "
        + "Set TERM to one it has, such as xterm-256color or vt220. \(Self.lineCommands)"
    case .lineOnly(let name):
      "A terminal of type \(Self.short(name)) (TERM) cannot place its cursor, and the console needs that. "
        + Self.lineCommands
    case .refused(let name):
      "ncurses could not open the terminal of type \(Self.short(name)) (TERM). "
        + "Set TERM to another type, such as xterm-256color. \(Self.lineCommands)"
    }
  }

  /// What a name has in a sentence: enough of it to know it by.
  private static func short(_ name: String) -> String {
    name.count > 40 ? "\(name.prefix(38)).." : name
  }

  private static let lineCommands =
    "These commands work on lines instead: appstream-console stacks, appstream-console disassociate."
}
