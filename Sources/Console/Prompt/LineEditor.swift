import Algorithms

/// A line as it is typed, with the place in it where the next character goes.
///
/// The place is between two characters as Swift has them, so that no edit takes a letter without its accents.
struct LineEditor: Sendable, Equatable {
  /// What stands before the cursor.
  private(set) var before: String
  /// What stands from the cursor on.
  private(set) var after = ""

  /// A line that goes on at its end.
  init(_ text: String = "") {
    before = text
  }

  /// The whole line.
  var text: String { before + after }

  /// What a key does to the line, other than typing.
  enum Edit: Sendable, Equatable, CaseIterable {
    case left, right, toStart, toEnd
    case deleteBackward, deleteForward, deleteWord, deleteToStart, deleteToEnd
  }

  /// Edits the line; at an end where there is nothing to edit, nothing happens.
  mutating func apply(_ edit: Edit) {
    switch edit {
    case .left:
      if let last = before.popLast() { after = String(last) + after }
    case .right:
      if let first = after.first {
        before.append(first)
        after.removeFirst()
      }
    case .toStart: (before, after) = ("", text)
    case .toEnd: (before, after) = (text, "")
    case .deleteBackward: before = String(before.dropLast())
    case .deleteForward: after = String(after.dropFirst())
    case .deleteWord:
      // A word ends at blanks, as for a shell's Ctrl-W; those behind it go with it.
      let word = before.trimmingSuffix(while: \.isWhitespace)
      before = String(word.trimmingSuffix { !$0.isWhitespace })
    case .deleteToStart: before = ""
    case .deleteToEnd: after = ""
    }
    settle()
  }

  /// Types `more`, as many whole characters of it as there is room for.
  ///
  /// - Parameter limit: How many Unicode scalars the line holds at most: a character may consist of any number of them.
  mutating func insert(_ more: String, upTo limit: Int) {
    var room = limit - text.unicodeScalars.count
    let fitting = more.prefix { character in
      room -= character.unicodeScalars.count
      return room >= 0
    }
    before += fitting
    settle()
  }

  /// Moves the cursor behind a character that has come to stand around it: a letter and an accent join when what was
  /// between them is gone.
  private mutating func settle() {
    let text = text
    let cursor = text.index(text.startIndex, offsetBy: before.count)
    (before, after) = (String(text[..<cursor]), String(text[cursor...]))
  }
}
