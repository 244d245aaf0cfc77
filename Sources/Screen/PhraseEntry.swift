package import PlainText

/// Text that is typed with Enter after it, before something is done that cannot be undone or that touches people.
///
/// Nothing but that text is a yes, and the Enter counts only where somebody can have pressed it after reading what
/// stands there: alone in its read, some time after everything that came before it, and after the text was shown. So
/// nothing that comes in one piece, such as a paste, confirms anything, marked as one or not; and whoever types over a
/// link that delivers several keys at once presses Enter once more.
package struct PhraseEntry: Sendable, Equatable {
  /// Which characters begin the text, while nothing of it has been typed.
  package enum Beginning: Sendable, Equatable {
    /// Any.
    case anything
    /// A digit; before it, letters are commands.
    case digit
  }

  /// What became of a key.
  package enum Step: Sendable, Equatable {
    /// It is no part of the text.
    case notTaken
    /// It changed what is typed.
    case edited
    /// It was Enter, and confirms.
    case confirmed
    /// It was Enter after this other text, which is cleared.
    case wrong(String)
    /// It was Enter, and nothing had been typed.
    case enterAlone
    /// It was Enter after the text, and came together with other bytes, too soon after them, or before the text was
    /// shown.
    case enterOnceMore
    /// It was pasted, which types nothing.
    case pasted
  }

  /// What is a yes.
  package let phrase: String
  /// What was typed.
  package private(set) var typed = ""
  private let beginning: Beginning

  /// Asks for `phrase`.
  package init(_ phrase: String, beginning: Beginning = .anything) {
    self.phrase = phrase
    self.beginning = beginning
  }

  /// Whether all of it was typed.
  package var isComplete: Bool { typed == phrase }

  /// Takes in a key.
  ///
  /// - Parameter isShown: Whether somebody can have seen what is typed now.
  package mutating func take(_ press: KeyPress, isShown: Bool) -> Step {
    switch press.key {
    case .character(let character):
      guard !typed.isEmpty || beginning == .anything || character.isASCIIDigit else { return .notTaken }
      // Nothing as long as that can be right, and the line has to fit.
      if typed.count < phrase.count + Self.surplus { typed.append(character) }
    case .backspace, .delete:
      guard !typed.isEmpty else { return .notTaken }
      typed.removeLast()
    case .escape:
      guard !typed.isEmpty else { return .notTaken }
      typed = ""
    case .paste, .brokenPaste:
      return .pasted
    case .enter:
      return enter(press, isShown)
    default:
      return .notTaken
    }
    return .edited
  }

  /// How much longer than the phrase something may be that is typed by mistake.
  private static let surplus = 8

  private mutating func enter(_ press: KeyPress, _ isShown: Bool) -> Step {
    guard isComplete else {
      defer { typed = "" }
      return typed.isEmpty ? .enterAlone : .wrong(typed)
    }
    return press.isAlone && press.quiet >= KeyPress.pause && isShown ? .confirmed : .enterOnceMore
  }
}

extension PhraseEntry {
  /// What is asked, to be typed behind.
  package var question: Line { "Type  \(phrase)  and Enter:  " }

  /// What to say of a step that did not do what whoever typed may have meant; `nil` where there is nothing to say.
  package func remark(on step: Step) -> Line? {
    switch step {
    case .notTaken, .edited, .confirmed: nil
    case .wrong: "What was typed is not  \(phrase)  and was cleared."
    case .enterAlone: "Enter alone confirms nothing: type  \(phrase)  first."
    case .enterOnceMore: "Enter came too soon after the text, as in a paste: Enter once more."
    case .pasted: "A paste confirms nothing: type it."
    }
  }
}

extension Character {
  /// Whether it is one of the ten digits that every keyboard has.
  package var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
