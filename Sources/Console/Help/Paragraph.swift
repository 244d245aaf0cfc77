import PlainText
import Screen

/// A piece of a text that is read, before it is laid out in lines.
enum Paragraph: Sendable, Equatable {
  case heading(Line)
  /// A label and what there is to say behind it.
  case fact(label: Line, text: Line, style: Style = .text)
  /// Keys with what each is called, side by side.
  case keys(label: Line, [KeyHelp])
  case blank

  /// The columns of the labels and the blanks after them; keys and the names of facts are shorter.
  static let labelColumns = 16
  /// The same where keys stand side by side: the names of groups are shorter still.
  private static let groupColumns = 9
  /// The columns of a key and its name beside others: as many as most take, and two blanks.
  private static let keyColumns = 23

  /// Its lines on a screen of `columns` columns.
  func rows(columns: Int) -> [TextRow] {
    switch self {
    case .blank: return [TextRow()]
    case .heading(let text):
      return text.wrapped(to: columns).map { TextRow([TextRow.Span(column: 0, text: $0, style: .heading)]) }
    case .fact(let label, let text, let style):
      return text.wrapped(to: columns - Self.labelColumns).enumerated().map { position, line in
        let name = (position == 0 ? label : "").shortened(to: Self.labelColumns - 1)
        return TextRow([
          TextRow.Span(column: 0, text: name, style: .key),
          TextRow.Span(column: Self.labelColumns, text: line, style: style),
        ])
      }
    case .keys(let label, let keys):
      return Self.grid(of: keys, columns: columns - Self.groupColumns).enumerated().map { position, spans in
        TextRow((position == 0 ? [TextRow.Span(column: 0, text: label, style: .heading)] : []) + spans)
      }
    }
  }

  /// Keys in columns, as many beside each other as there is room for; what is too long for one column takes two.
  private static func grid(of keys: [KeyHelp], columns: Int) -> [[TextRow.Span]] {
    let count = max(1, columns / keyColumns)
    let width = columns / count
    var rows: [[TextRow.Span]] = []
    var place = count
    for key in keys {
      let typed = Line(key.typed)
      let needed = DisplayWidth.of(typed) + 1 + DisplayWidth.of(Line(key.name))
      let cells = min(count, needed < width ? 1 : 2)
      if place + cells > count {
        rows.append([])
        place = 0
      }
      let start = groupColumns + place * width
      let name = TextRow.Span(column: start + DisplayWidth.of(typed) + 1, text: Line(key.name), style: .text)
      rows[rows.count - 1] += [TextRow.Span(column: start, text: typed, style: .key), name]
      place += cells
    }
    return rows
  }
}

/// One line of a text that is read: pieces of it, from the left.
struct TextRow: Sendable, Equatable {
  struct Span: Sendable, Equatable {
    let column: Int
    let text: Line
    let style: Style
  }

  let spans: [Span]

  init(_ spans: [Span] = []) {
    self.spans = spans
  }

  /// All of it as it stands on the screen.
  var text: Line {
    spans.reduce("") { text, span in
      text + Line(String(repeating: " ", count: max(0, span.column - DisplayWidth.of(text)))) + span.text
    }
  }

  /// Where `word` occurs in it, in small or capital letters: from which column on, and how many.
  func places(of word: String) -> [Range<Int>] {
    let characters = Array(text.text)
    let (sought, letters) = (word.map { $0.lowercased() }, characters.map { $0.lowercased() })
    guard !sought.isEmpty, letters.count >= sought.count else { return [] }
    var places: [Range<Int>] = []
    var start = 0
    while start + sought.count <= letters.count {
      let end = start + sought.count
      guard letters[start..<end].elementsEqual(sought) else {
        start += 1
        continue
      }
      let column = DisplayWidth.of(String(characters[..<start]))
      places.append(column..<(column + DisplayWidth.of(String(characters[start..<end]))))
      start = end
    }
    return places
  }

  func draw(row: Int, on frame: inout Frame) {
    for span in spans { frame.put(span.text, row: row, column: span.column, style: span.style) }
  }
}
