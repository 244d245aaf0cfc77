import PlainText
import Screen

/// What a screen's keys do: keys are looked up in it, and its footer and the help are drawn from it.
struct KeyTable<Action: Sendable>: Sendable {
  /// The bindings, in the order of the help.
  let bindings: [KeyBinding<Action>]

  init(_ bindings: [KeyBinding<Action>]) {
    self.bindings = bindings
  }

  /// What `key` does here, if anything.
  func action(for key: Key) -> Action? {
    bindings.first { $0.keys.contains(key) }?.action
  }

  /// What the footer says, most useful first.
  var hints: [KeyHint] { bindings.compactMap(\.hint) }

  /// The lines of the help.
  var help: [KeyHelp] { bindings.map { KeyHelp(name: $0.name, meaning: $0.meaning) } }
}

/// One thing to do, and the keys for it.
struct KeyBinding<Action: Sendable>: Sendable {
  var keys: [Key]
  /// The keys as a person calls them, such as `PgDn Ctrl-F`.
  var name: String
  var action: Action
  /// What the help says it does.
  var meaning: String
  /// What the footer says, where there is room to say so.
  var hint: KeyHint?

  init(_ keys: [Key], _ name: String, _ action: Action, _ meaning: String, hint: KeyHint? = nil) {
    self.keys = keys
    self.name = name
    self.action = action
    self.meaning = meaning
    self.hint = hint
  }

  /// The same keys with the same words, for something else.
  func map<Other>(_ transform: (Action) -> Other) -> KeyBinding<Other> {
    KeyBinding<Other>(keys, name, transform(action), meaning, hint: hint)
  }
}

/// A key and the word or two that a footer has for it.
struct KeyHint: Sendable, Equatable {
  var key: Line
  var words: Line
  /// Which hints go before this one does where there is no room for all: those of a higher rank, and of one rank those
  /// to the right.
  var rank: Int
  /// Whether it is there however little room there is.
  var isEssential: Bool

  init(_ key: Line, _ words: Line, rank: Int = 5, isEssential: Bool = false) {
    self.key = key
    self.words = words
    self.rank = rank
    self.isEssential = isEssential
  }
}

/// A line of the help.
struct KeyHelp: Sendable, Equatable {
  var name: String
  var meaning: String
}
