import Screen

/// A terminal's screen as a drawing, for pages that cannot show a terminal.
package struct SVGScreenshot {
  private let screen: ScreenText
  private let title: String

  /// - Parameter title: Said to readers who cannot see the drawing.
  package init(_ screen: ScreenText, title: String) {
    self.screen = screen
    self.title = title
  }

  /// The whole SVG file.
  package var document: String {
    let width = Double(screen.size.columns) * Self.columnWidth + 2 * Self.margin
    let height = Double(screen.size.rows) * Self.lineHeight + 2 * Self.margin
    let head = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="\(number(height))" \
      viewBox="0 0 \(number(width)) \(number(height))" role="img">
      <title>\(escaped(title))</title>
      <rect width="100%" height="100%" rx="6" fill="\(Self.background)"/>
      <g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" \
      fill="\(Self.foreground)" xml:space="preserve">
      """
    let rows = screen.rows.indices.flatMap { row in runs(in: screen.rows[row]).flatMap { draw($0, row: row) } }
    return ([head] + rows + caret + ["</g>", "</svg>", ""]).joined(separator: "\n")
  }

  /// Neighbouring cells with one look.
  private struct Run {
    var column: Int
    var columns: Int
    var text: String
    var look: ScreenText.Look
  }

  private func runs(in cells: [ScreenText.Cell]) -> [Run] {
    var runs: [Run] = []
    for (column, cell) in cells.enumerated() {
      if let last = runs.indices.last, runs[last].look == cell.look {
        runs[last].columns += 1
        runs[last].text += cell.text
      } else {
        runs.append(Run(column: column, columns: 1, text: cell.text, look: cell.look))
      }
    }
    return runs
  }

  private func draw(_ run: Run, row: Int) -> [String] {
    var (text, back) = (
      Self.hex(run.look.foreground, or: Self.foreground), Self.hex(run.look.background, or: Self.background)
    )
    if run.look.isReversed { swap(&text, &back) }
    let x = number(Self.margin + Double(run.column) * Self.columnWidth)
    let top = Self.margin + Double(row) * Self.lineHeight
    let width = number(Double(run.columns) * Self.columnWidth)
    var lines: [String] = []
    if back != Self.background {
      let y = number(top)
      lines.append(
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(number(Self.lineHeight))\" fill=\"\(back)\"/>"
      )
    }
    guard run.text.contains(where: { $0 != " " }) else { return lines }
    var attributes = "x=\"\(x)\" y=\"\(number(top + Self.baseline))\" textLength=\"\(width)\""
    if text != Self.foreground { attributes += " fill=\"\(text)\"" }
    if run.look.isBold { attributes += " font-weight=\"bold\"" }
    if run.look.isUnderlined { attributes += " text-decoration=\"underline\"" }
    lines.append("<text \(attributes)>\(escaped(run.text))</text>")
    return lines
  }

  private var caret: [String] {
    guard screen.isCursorVisible else { return [] }
    let x = number(Self.margin + Double(screen.cursor.column) * Self.columnWidth)
    let y = number(Self.margin + Double(screen.cursor.row + 1) * Self.lineHeight - 2)
    return [
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(number(Self.columnWidth))\" height=\"2\" fill=\"\(Self.foreground)\"/>"
    ]
  }

  private static let margin = 12.0
  private static let columnWidth = 8.4
  private static let lineHeight = 18.0
  private static let baseline = 13.5
  private static let foreground = "#d0d0d0"
  private static let background = "#16181d"

  /// The sixteen colours in their usual order, chosen to be read on ``background``.
  private static let palette = [
    "#16181d", "#e06c6c", "#8fc27a", "#d9b45b", "#6ba4e8", "#c58be0", "#5fc0c8", "#d0d0d0",
    "#6b7280", "#ff8a8a", "#b2e39d", "#f5d787", "#93c2ff", "#e0b0f5", "#8be3ea", "#ffffff",
  ]

  private static func hex(_ colour: ScreenText.Colour, or standard: String) -> String {
    switch colour {
    case .ofTerminal: standard
    case .indexed(let index): index < 16 ? palette[Int(index)] : standard
    case .exact(let red, let green, let blue): "#" + [red, green, blue].map(hexByte).joined()
    }
  }

  private static func hexByte(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// With one digit after the point at most, so that equal screens give equal files.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
  }
}
