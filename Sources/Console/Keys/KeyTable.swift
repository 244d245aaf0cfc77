import PlainText
import Screen

/// What a screen's keys do: keys are looked up in it, and its footer and the help are drawn from it.
struct KeyTable<Action: Sendable & Equatable>: Sendable, Equatable {
  /// The bindings, in the order of the footer and of the documentation.
  let bindings: [KeyBinding<Action>]

  init(_ bindings: [KeyBinding<Action>]) {
    self.bindings = bindings
  }

  /// Keys that stay as they are wherever something is typed.
  init(kept bindings: [KeyBinding<Action>]) {
    self.bindings = bindings.map { binding in
      var kept = binding
      kept.hold = .kept
      return kept
    }
  }

  /// What `key` does here, if anything.
  func action(for key: Key) -> Action? {
    bindings.first { $0.keys.contains(key) }?.action
  }

  /// The binding of an action.
  func binding(of action: Action) -> KeyBinding<Action>? { bindings.first { $0.action == action } }

  /// What the first of the keys for an action is called, for a sentence that names it.
  func name(of action: Action) -> Line {
    Line(binding(of: action)?.keys.first?.name ?? "")
  }

  /// What the footer says, in the order of the table.
  var hints: [KeyHint] { bindings.compactMap { hint(of: $0) } }

  /// What the footer says of a binding, where it has a place there.
  func hint(of binding: KeyBinding<Action>) -> KeyHint? {
    guard let place = binding.footer else { return nil }
    let keys = [binding.name] + [place.pair].compactMap(\.self)
    let names = keys.compactMap { name in bindings.first { $0.name == name }?.keys.first?.name }
    return KeyHint(
      Line(names.joined(separator: "/")),
      place.words ?? Line(binding.name),
      rank: place.rank,
      isEssential: place.isEssential
    )
  }

  /// The lines of the help.
  var help: [KeyHelp] { bindings.map(\.help) }
}

/// One thing to do, and the keys for it.
struct KeyBinding<Action: Sendable & Equatable>: Sendable, Equatable {
  var keys: [Key]
  /// What it is called in a word or two, in the footer and in the help's overview.
  var name: String
  var action: Action
  /// What the help says it does; it names no key, which may be another one.
  var meaning: String
  /// With what it stands in the help's overview.
  var group: KeyGroup
  /// Whether settings may give it other keys.
  var hold: KeyHold
  /// Its place in the footer, where it has one.
  var footer: FooterPlace?

  init(
    _ keys: [Key],
    _ name: String,
    _ action: Action,
    _ meaning: String,
    in group: KeyGroup = .act,
    hold: KeyHold = .free,
    footer: FooterPlace? = nil
  ) {
    self.keys = keys
    self.name = name
    self.action = action
    self.meaning = meaning
    self.group = group
    self.hold = hold
    self.footer = footer
  }

  /// The same keys with the same words, for something else.
  func map<Other>(_ transform: (Action) -> Other) -> KeyBinding<Other> {
    KeyBinding<Other>(keys, name, transform(action), meaning, in: group, hold: hold, footer: footer)
  }

  /// What it is called in the section `[keys]` of the settings; `nil` where it keeps its keys.
  var setting: String? { hold == .free ? name.replacing(" ", with: "-") : nil }

  /// Its line in the help.
  var help: KeyHelp {
    KeyHelp(
      typed: keys.compactMap(\.name).joined(separator: " "),
      name: name,
      setting: setting,
      meaning: meaning,
      group: group
    )
  }
}

/// Whether an action's keys can be others.
enum KeyHold: Sendable, Equatable {
  /// Settings may give it other keys.
  case free
  /// It keeps its keys: they are typed, or belong to what is typed.
  case kept
  /// It keeps its keys, and no other action of any screen can have them: somebody relies on them to stop or to leave.
  case reserved
}

/// What keys are about, in the order of the help's overview: what a screen is for comes first.
enum KeyGroup: String, Sendable, CaseIterable {
  case act, mark, find, move, program
}

/// Where a footer has a key, and with which words.
struct FooterPlace: Sendable, Equatable {
  /// Which hints go before this one does where there is no room for all: those of a higher rank, and of one rank those
  /// to the right.
  var rank = 5
  /// The words, where they are not the binding's name.
  var words: Line?
  /// Whether it is there however little room there is.
  var isEssential = false
  /// The name of another binding whose key stands with this one's, as in `j/k`.
  var pair: String?
}

/// A key and the word or two that a footer has for it.
struct KeyHint: Sendable, Equatable {
  var key: Line
  var words: Line
  /// As ``FooterPlace/rank``.
  var rank: Int
  /// Whether it is there however little room there is.
  var isEssential: Bool

  init(_ key: Line, _ words: Line, rank: Int = 5, isEssential: Bool = false) {
    self.key = key
    self.words = words
    self.rank = rank
    self.isEssential = isEssential
  }

  /// The same key, with what it does now.
  func saying(_ words: Line, rank: Int) -> KeyHint { KeyHint(key, words, rank: rank, isEssential: isEssential) }
}

/// A line of the help.
struct KeyHelp: Sendable, Equatable {
  /// What is pressed or typed, such as `PgDn Ctrl-F`.
  var typed: String
  /// What a key's action is called; empty for what is no key.
  var name = ""
  /// What it is called in the settings, where they may give it other keys.
  var setting: String?
  var meaning: String
  var group = KeyGroup.act
}
