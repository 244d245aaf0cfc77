import CNcurses
import Glibc

/// What is known about the terminal before it is taken over.
struct TerminalProfile: Equatable, Sendable {
  /// The name its terminfo entry has.
  let name: String

  /// Whether it marks pasted text when asked to.
  let marksPastes: Bool

  /// Looks at the standard streams, and the terminal's entry in the terminfo database.
  init(environment: [String: String]) throws(TerminalError) {
    if isatty(STDIN_FILENO) == 0 { throw .notATerminal(.input) }
    if isatty(STDOUT_FILENO) == 0 { throw .notATerminal(.output) }
    guard let name = environment["TERM"], !name.isEmpty else { throw .unnamed }
    switch cncurses_examine(name) {
    case CNCURSES_USABLE: break
    case CNCURSES_LINE_ONLY: throw .lineOnly(name: name)
    default: throw .unknown(name: name)
    }
    self.name = name
    marksPastes = Self.marksPastes(name)
  }

  /// Decided by the name, because most terminfo databases do not have bracketed paste (the capability `BE`) yet.
  ///
  /// A terminal that does not know the request might print it, so only families that are known to are asked.
  static func marksPastes(_ name: String) -> Bool {
    let families = ["xterm", "screen", "tmux", "rxvt", "alacritty", "foot", "kitty", "konsole", "putty", "st", "vte"]
    let family = name.prefix { $0 != "-" && $0 != "." }
    return families.contains { $0 == family }
  }
}
