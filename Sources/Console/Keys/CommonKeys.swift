import PlainText
import Screen

/// The keys that do the same on every screen, prompts included.
enum GeneralAction: Sendable, Equatable {
  case redraw, suspend, interrupt, help
}

let generalKeys = KeyTable<GeneralAction>([
  KeyBinding(
    [.control("c")],
    "interrupt",
    .interrupt,
    "cancel a prompt or a plan, else stop the run, else leave",
    in: .program,
    hold: .reserved
  ),
  KeyBinding([.control("l")], "redraw", .redraw, "draw the screen again", in: .program, hold: .reserved),
  KeyBinding([.control("z")], "suspend", .suspend, "suspend, except during a run", in: .program, hold: .reserved),
  KeyBinding(
    [.f1],
    "help",
    .help,
    "this help, also while something is typed",
    in: .program,
    hold: .reserved,
    footer: FooterPlace(rank: 6)
  ),
])

/// The key that copies the row under the cursor, of whatever list.
func copyBinding<Action>(_ action: Action) -> KeyBinding<Action> {
  KeyBinding([.character("Y")], "copy", action, "copy the row: it is sent to the terminal's clipboard")
}

/// The keys that move through every list.
let movementBindings: [KeyBinding<Movement>] = [
  KeyBinding([.character("j"), .down], "down", .down, "down; a number before it says how often", in: .move),
  KeyBinding([.character("k"), .up], "up", .up, "up", in: .move),
  KeyBinding([.pageDown, .control("f")], "page down", .pageDown, "a page down", in: .move),
  KeyBinding([.pageUp, .control("b")], "page up", .pageUp, "a page up", in: .move),
  KeyBinding([.control("d")], "half page down", .halfPageDown, "half a page down", in: .move),
  KeyBinding([.control("u")], "half page up", .halfPageUp, "half a page up", in: .move),
  KeyBinding([.character("g"), .home], "first", .first, "to the first row", in: .move),
  KeyBinding([.character("G"), .end], "last", .last, "to the last row", in: .move),
]

/// The same, to be looked up.
let movementKeys = KeyTable<Movement>(movementBindings)

extension KeyTable<Movement> {
  /// The keys that scroll, where there is more than is shown: `j/k PgDn`.
  var scrollText: Line { "\(name(of: .down))/\(name(of: .up)) \(name(of: .pageDown))" }

  /// Keys that a number may stand before: `j or PgDn`.
  var examples: Line { "\(name(of: .down)) or \(name(of: .pageDown))" }
}

extension KeyBinding {
  /// The movement keys as actions of a screen, with the words that its footer has for them, if any.
  static func movements(footer words: String? = nil, rank: Int = 5, _ action: (Movement) -> Action) -> [KeyBinding] {
    movementBindings.map { binding in
      var mapped = binding.map(action)
      if let words, binding.action == .down { mapped.footer = FooterPlace(rank: rank, words: Line(words), pair: "up") }
      return mapped
    }
  }

  /// The key that opens the help where nothing is typed.
  static func help(_ action: Action) -> KeyBinding {
    KeyBinding([.character("?")], "help", action, "this help", in: .program, footer: FooterPlace(isEssential: true))
  }
}
