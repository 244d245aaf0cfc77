import PlainText
import Screen

/// Something to read that lies over a screen: the help, or the details of a row.
struct Overlay: Sendable, Equatable {
  /// What it is, in the line over it.
  var title: Line
  var paragraphs: [Paragraph]
  var scroll = Scroll()

  init(title: Line, _ paragraphs: [Paragraph]) {
    self.title = title
    self.paragraphs = paragraphs
  }

  /// A label and what there is to say under it, or a heading, which has no label.
  struct Paragraph: Sendable, Equatable {
    var label: Line
    var text: Line
    var style = Style.text

    static func heading(_ text: Line) -> Paragraph { Paragraph(label: "", text: text, style: .heading) }
    static let blank = Paragraph(label: "", text: "")
  }

  /// A paragraph's line on a screen of some width.
  struct Row: Sendable, Equatable {
    var label: Line
    var text: Line
    var style: Style
  }

  /// Under the header and the title, over a line for messages and the footer.
  static func height(on size: Size) -> Int { max(1, size.rows - 4) }

  /// The columns of the labels and the blanks after them; keys and the names of facts are shorter.
  static let labelColumns = 16

  /// The lines on a screen of `columns` columns.
  func lines(columns: Int) -> [Row] {
    paragraphs.flatMap { paragraph in
      let room = columns - (paragraph.style == .heading ? 0 : Self.labelColumns)
      return paragraph.text.wrapped(to: room).enumerated().map { position, text in
        Row(label: position == 0 ? paragraph.label : "", text: text, style: paragraph.style)
      }
    }
  }

  mutating func move(_ movement: Movement, times: Int, on size: Size) {
    scroll.move(movement, times: times, count: lines(columns: size.columns).count, height: Self.height(on: size))
  }

  mutating func fit(to size: Size) {
    scroll.fit(count: lines(columns: size.columns).count, height: Self.height(on: size))
  }
}
