/// A key of the kind that every terminal sends, or text that was pasted.
package enum Key: Sendable, Hashable {
  case character(Character)
  case enter, escape, tab, backspace, delete, insert
  case up, down, left, right
  case home, end, pageUp, pageDown
  /// The one function key that means something here: by custom it asks for help.
  case f1
  /// Ctrl with a letter, in lower case. Ctrl-I, Ctrl-J and Ctrl-M are ``tab`` and ``enter``, Ctrl-H is ``backspace``.
  case control(Character)
  /// Text the terminal marked as pasted. Nothing has been taken out of it, so it may hold any character.
  ///
  /// Of a paste longer than ``KeyDecoder/pasteLimit`` bytes only that much arrives.
  case paste(String)
  /// A paste whose end never came: it is over, and its text is dropped.
  case brokenPaste
}

/// A key, and what tells whether it can have been pressed by itself.
package struct KeyPress: Sendable, Equatable {
  package var key: Key

  /// Whether the key's bytes were the whole of one read.
  ///
  /// Where a terminal cannot mark pasted text, its letters come many to a read; a key that confirms something must be
  /// alone. A paste never is. What the terminal answers to a query may share the read.
  package var isAlone: Bool

  /// For how long no byte had come before the key's first byte, a terminal's answers to queries aside.
  ///
  /// Text that is pasted comes without pauses, however the reads divide it.
  package var quiet: Duration

  /// Whether the key came in a burst, as the letters of a paste do where the terminal does not mark it.
  ///
  /// A burst is a read with more than ``mostInHand`` printable keys, other than one key repeated, and all that follows
  /// until nothing has come for ``pause``. There is none where the terminal has proved that it marks pastes.
  package var isInBurst: Bool

  /// What ``quiet`` is for the first key of all.
  package static let quietForEver = Duration.seconds(1 << 32)
  /// How many different printable keys a person presses between two reads at most.
  package static let mostInHand = 3
  /// After so long without a byte, what comes is no part of what came before.
  package static let pause = Duration.milliseconds(300)

  /// - Parameter quiet: Zero unless somebody measured it, so that what was not measured confirms nothing.
  package init(key: Key, isAlone: Bool, quiet: Duration = .zero, isInBurst: Bool = false) {
    self.key = key
    self.isAlone = isAlone
    self.quiet = quiet
    self.isInBurst = isInBurst
  }
}

extension Key {
  /// The key that sends this one byte, or `nil` if no key does or the byte begins something longer.
  ///
  /// What Ctrl makes of signs, such as Ctrl-\\, is no key: terminals differ in which they can send.
  init?(_ byte: UInt8) {
    switch byte {
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x20...0x7E: self = .character(Character(Unicode.Scalar(byte)))
    default: return nil
    }
  }

  var isPaste: Bool {
    switch self {
    case .paste, .brokenPaste: true
    default: false
    }
  }
}

extension Character {
  /// Whether this is one of the controls that only some terminals still take as a single character.
  var isC1Control: Bool { unicodeScalars.allSatisfy { (0x80...0x9F).contains($0.value) } }
}
