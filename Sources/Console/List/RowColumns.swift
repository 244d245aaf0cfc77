/// The columns of rows in a pane: four signs, then what there is room for.
///
/// Where there is a RESULT and little room, NAME and STATUS give way, so that a code always fits.
struct RowColumns: Equatable {
  static let signs = 4

  let user: Range<Int>
  let stack: Range<Int>
  /// Empty where there is no room.
  let name: Range<Int>
  let status: Range<Int>
  let result: Range<Int>

  init(width: Int, hasResults: Bool, isTwoPane: Bool) {
    let widths =
      hasResults
      ? Self.withResults(width) : width < 72 ? Self.narrow(width) : Self.plain(width, isTwoPane: isTwoPane)
    var start = Self.signs
    func next(_ column: (width: Int, gap: Int)) -> Range<Int> {
      let range = start..<(start + column.width)
      start = range.upperBound + column.gap
      return range
    }
    user = next(widths.user)
    stack = next(widths.stack)
    name = next(widths.name)
    status = next(widths.status)
    result = start..<(hasResults ? max(start, width) : start)
  }

  private struct Widths {
    var user = (width: 0, gap: 1)
    var stack = (width: 0, gap: 1)
    var name = (width: 0, gap: 0)
    var status = (width: 0, gap: 0)
  }

  private static func plain(_ width: Int, isTwoPane: Bool) -> Widths {
    let extra = max(0, width - 81)
    var widths = Widths()
    widths.stack = (15 + extra / 4, 1)
    widths.name = (14 + extra / 4, 2)
    widths.status = (isTwoPane ? 16 : 12, 0)
    if !isTwoPane { widths.stack.width += 1 }
    let others = widths.stack.width + 1 + widths.name.width + 2 + widths.status.width
    let gap = isTwoPane ? 2 : 1
    widths.user = (width - signs - others - gap, gap)
    return widths
  }

  private static func narrow(_ width: Int) -> Widths {
    var widths = Widths()
    widths.stack = (14, 1)
    widths.status = (12, 0)
    widths.user = (width - signs - 28, 1)
    return widths
  }

  private static func withResults(_ width: Int) -> Widths {
    var widths = Widths()
    if width >= 100 {
      let extra = width - 100
      widths.user = (26 + extra / 4, 1)
      widths.stack = (14 + extra / 8, 1)
      widths.name = (11 + extra / 8, 1)
      widths.status = (12, 1)
    } else {
      // 26 columns hold `failed USER_NAME_NOT_FOUND`, the longest code that is known.
      let room = width - signs - 2 - 26
      widths.stack = (min(14, room * 2 / 5), 1)
      widths.user = (min(26 + max(0, width - 80), room - widths.stack.width), 1)
    }
    return widths
  }
}
