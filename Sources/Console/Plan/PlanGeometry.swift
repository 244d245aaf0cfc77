import PlainText
import Screen

/// Where the parts of a plan stand on a screen, and how its two lists share the room.
struct PlanGeometry: Sendable, Equatable {
  /// Header, title, five lines of facts.
  static let entriesRule = 7
  static let firstEntry = 8

  let size: Size
  let entriesHeight: Int
  let warningsHeight: Int

  /// - Parameter warnings: How many lines the warnings take; they get a third of the room if they need it.
  init(size: Size, warnings: Int) {
    self.size = size
    // Under the entries: two rules, the prompt and the footer.
    let room = max(2, size.rows - Self.firstEntry - 4)
    warningsHeight = max(1, min(warnings, room / 3))
    entriesHeight = room - warningsHeight
  }

  var warningsRule: Int { Self.firstEntry + entriesHeight }
  var firstWarning: Int { warningsRule + 1 }
  var statusRule: Int { firstWarning + warningsHeight }
  var promptRow: Int { statusRule + 1 }
  var footerRow: Int { size.rows - 1 }
}

extension PlanState {
  func geometry(on size: Size) -> PlanGeometry {
    PlanGeometry(size: size, warnings: warnings.lines(columns: size.columns).count)
  }

  mutating func scroll(_ movement: Movement, times: Int = 1, on size: Size) {
    scroll.move(movement, times: times, count: lines.count, height: geometry(on: size).entriesHeight)
  }

  /// Shows the next warning that is not on the screen, and the first again after the last.
  ///
  /// - Returns: Whether there are more warnings than fit.
  mutating func nextWarning(on size: Size) -> Bool {
    let count = warnings.lines(columns: size.columns).count
    let height = geometry(on: size).warningsHeight
    guard count > height else { return false }
    let isAtEnd = warningScroll.offset + height >= count
    warningScroll.move(isAtEnd ? .first : .down, count: count, height: height)
    return true
  }

  mutating func fit(to size: Size) {
    let geometry = geometry(on: size)
    scroll.fit(count: lines.count, height: geometry.entriesHeight)
    warningScroll.fit(count: warnings.lines(columns: size.columns).count, height: geometry.warningsHeight)
  }
}
