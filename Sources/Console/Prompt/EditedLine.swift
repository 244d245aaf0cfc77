/// What is typed in a prompt: a line that is edited, or in its place one that was typed earlier.
///
/// An earlier one can be edited too, and all stay as they were left for as long as the prompt is open.
struct EditedLine: Sendable, Equatable {
  /// The line as it is now.
  private(set) var editor: LineEditor
  /// The earlier lines, and the one that the prompt began with behind them.
  private var lines: [String]
  /// Which of them is edited.
  private var place: Int
  /// How many Unicode scalars it holds at most.
  private let limit: Int

  /// - Parameters:
  ///   - text: What stands there at first, with the cursor behind it.
  ///   - earlier: What was typed before in prompts of this kind, the latest last.
  ///   - limit: How many Unicode scalars it holds at most.
  init(_ text: String = "", earlier: [String] = [], upTo limit: Int = TypedText.longest) {
    editor = LineEditor(text)
    lines = earlier + [text]
    place = earlier.count
    self.limit = limit
  }

  var text: String { editor.text }

  mutating func apply(_ action: LineEditingAction) {
    switch action {
    case .edit(let edit): editor.apply(edit)
    case .earlier: go(by: -1)
    case .later: go(by: 1)
    }
  }

  /// Types `more`, as far as the line has room for it.
  mutating func insert(_ more: String) {
    editor.insert(more, upTo: limit)
  }

  /// Puts `text` in place of all that stands there, with the cursor behind it.
  mutating func replace(with text: String) {
    editor = LineEditor(text)
  }

  /// Goes to the next line in a direction that says something else than the present one, if there is one.
  private mutating func go(by step: Int) {
    lines[place] = text
    var next = place + step
    while lines.indices.contains(next), lines[next] == text { next += step }
    guard lines.indices.contains(next) else { return }
    place = next
    editor = LineEditor(lines[next])
  }
}
