import PlainText
import Screen

extension ConsoleState {
  /// What horizontal lines are made of: a protected account's frame differs in its signs, not only in its colour.
  var horizontal: Character { isAccountProtected ? "=" : "-" }
  /// What vertical lines are made of.
  var vertical: Character { isAccountProtected ? "#" : "|" }

  private var ruleStyle: Style { isAccountProtected ? .protected : .frame }

  /// Draws a line over the whole width, with words in it: `-- 5 warnings ------ n next --`.
  func drawRule(
    _ words: Line = "",
    _ wordsAtEnd: Line = "",
    row: Int,
    style: Style? = nil,
    on frame: inout Frame
  ) {
    frame.fill(row: row, column: 0, width: size.columns, with: horizontal, style: ruleStyle)
    let end: Line = wordsAtEnd.isEmpty ? "" : " \(wordsAtEnd) "
    let start = size.columns - DisplayWidth.of(end) - 2
    if !end.isEmpty { frame.put(end, row: row, column: start, style: ruleStyle) }
    if !words.isEmpty {
      frame.put(" \(words.shortened(to: start - 5)) ", row: row, column: 2, style: style ?? .heading)
    }
  }
}
