import PlainText

/// The help, drawn from the key tables, so that it names every key there is and none that is not.
///
/// The screen that it was called from comes first.
func helpParagraphs(first: ScreenKind) -> [Overlay.Paragraph] {
  let screens = [first] + ScreenKind.allCases.filter { $0 != first }
  var paragraphs: [Overlay.Paragraph] = []
  for screen in screens {
    paragraphs += section(Line(screen.title), screen.keyHelp)
    if screen == first {
      paragraphs += section("Everywhere", generalKeys.help)
      paragraphs += [.heading("Signs beside a row")] + signs + [.blank]
    }
  }
  paragraphs += section(Line(lineEditingTitle), lineEditingKeys.help)
  return paragraphs + section("Commands", Command.all.map(\.help)) + section("Filter", filterGrammar).dropLast()
}

private func section(_ title: Line, _ keys: [KeyHelp]) -> [Overlay.Paragraph] {
  [.heading(title)] + keys.map { Overlay.Paragraph(label: Line($0.name), text: Line($0.meaning)) } + [.blank]
}

private let signs: [Overlay.Paragraph] = [
  Overlay.Paragraph(label: ">", text: "the cursor"),
  Overlay.Paragraph(label: "*", text: "marked; of a person: all rows"),
  Overlay.Paragraph(label: "-", text: "some of a person's rows are marked"),
  Overlay.Paragraph(label: "+", text: "in the range that is open"),
  Overlay.Paragraph(label: "~", text: "another user's name differs only in case"),
  Overlay.Paragraph(label: "0", text: "in a plan: the user is left with no stack"),
  Overlay.Paragraph(label: "!", text: "a protected stack, or a warning"),
]

/// What may be typed as a filter.
let filterGrammar = [
  KeyHelp(name: "word word", meaning: "all words must occur, in small or capital letters"),
  KeyHelp(name: "word|word", meaning: "one of the words must occur"),
  KeyHelp(name: "!word", meaning: "the word must not occur"),
  KeyHelp(
    name: "field:word",
    meaning: "the word must occur there: \(RowFilter.Field.allCases.map(\.rawValue).joined(separator: " "))"
  ),
]
