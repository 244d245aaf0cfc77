import PlainText
import Screen

/// A filter at the end of a title: as it is kept, or around the cursor while it is typed.
struct FilterLine: Equatable {
  /// The columns that a filter has at least, as long as it is typed.
  private static let typedColumns = 20

  /// `/contr`; empty where nothing is filtered.
  let text: Line
  /// How many columns of ``text`` are before the caret; `nil` for one that is kept.
  let caret: Int?

  /// - Parameters:
  ///   - filter: The filter of the list.
  ///   - typed: The line in which it is typed, if it is.
  ///   - columns: How much room there is while it is typed.
  init(_ filter: ListFilter<some FilterField>, typed: LineEditor?, columns: Int) {
    guard let window = typed?.window(in: columns) else {
      (text, caret) = (filter.isEmpty ? "" : "/\(filter.text)", nil)
      return
    }
    (text, caret) = ("/" + window.line, 1 + window.caret)
  }

  /// The filter where there are so many columns for it: one that is kept loses its end, one that is typed its
  /// beginning.
  func text(in columns: Int) -> Line { caret == nil ? text.shortened(to: columns) : text.endingIn(columns) }

  /// The columns that a title leaves to a filter while it is typed: what is being typed has to be seen.
  static func room(for typed: LineEditor?) -> Int {
    typed.map { min(typedColumns, DisplayWidth.of(Line($0.text))) + 5 } ?? 0
  }
}
