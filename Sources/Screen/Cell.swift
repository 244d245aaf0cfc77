/// One cell of a screen: what stands in it, what that is for, and whether it is shown reversed.
package struct Cell: Sendable, Equatable {
  package var character: Character
  package var style: Style
  package var reversed: Bool

  package init(character: Character, style: Style = .text, reversed: Bool = false) {
    self.character = character
    self.style = style
    self.reversed = reversed
  }

  /// A cell nothing was put into.
  package static let blank = Cell(character: " ")

  /// Whether this cell is the right half of the two-column character before it, and draws nothing of its own.
  package var isContinuation: Bool { character == Self.continuationMark }

  /// NUL, which is free to mean this because a frame never holds a control character.
  private static let continuationMark: Character = "\0"

  static func continuation(style: Style, reversed: Bool) -> Cell {
    Cell(character: continuationMark, style: style, reversed: reversed)
  }
}
