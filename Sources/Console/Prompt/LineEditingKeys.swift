import Screen

/// What a key does in a line that is edited, other than typing.
enum LineEditingAction: Sendable, Equatable {
  case edit(LineEditor.Edit)
  /// To the line that was typed before this one, or after it.
  case earlier, later
}

/// The prompts in which lines are edited; what confirms something, and codes, are only typed.
let lineEditingTitle = "In a filter, a command, a search, a reason or a file's name"

let lineEditingKeys = KeyTable<LineEditingAction>(kept: [
  KeyBinding([.left], "left", .edit(.left), "a character to the left"),
  KeyBinding([.right], "right", .edit(.right), "a character to the right"),
  KeyBinding([.home, .control("a")], "start", .edit(.toStart), "to the start of the line"),
  KeyBinding([.end, .control("e")], "end", .edit(.toEnd), "to the end of the line"),
  KeyBinding([.backspace], "erase", .edit(.deleteBackward), "take out the character before the cursor"),
  KeyBinding([.delete], "delete", .edit(.deleteForward), "take out the character under the cursor"),
  KeyBinding([.control("w")], "erase word", .edit(.deleteWord), "take out the word before the cursor"),
  KeyBinding([.control("u")], "erase before", .edit(.deleteToStart), "take out all that is before the cursor"),
  KeyBinding([.control("k")], "erase after", .edit(.deleteToEnd), "take out all from the cursor on"),
  KeyBinding([.up], "earlier", .earlier, "what was entered before, since the program began"),
  KeyBinding([.down], "later", .later, "what was entered after it, and at last what was being typed"),
])
