import PlainText
import Screen

/// Something to know before a plan is confirmed.
struct PlanWarning: Sendable, Equatable {
  /// `!`, or the sign of the rows that it is about.
  var sign: String
  /// What there is to know, in words that take ever less room.
  private let texts: [Line]

  init(_ sign: String = "!", _ text: Line) {
    self.sign = sign
    texts = [text]
  }

  /// - Parameters:
  ///   - names: What it is about; the last of them are only counted where there is no room.
  ///   - noun: What they are called then.
  ///   - clause: What there is to know of them.
  init(_ sign: String = "!", _ names: [String], _ noun: Line, _ clause: Line) {
    self.sign = sign
    let lists = (1...max(1, min(names.count, Self.mostNames))).reversed().map { count -> Line in
      let rest: Line = count < names.count ? " and \(names.count - count) more" : ""
      return names.prefix(count).map { Line($0) }.joined(separator: ", ") + rest
    }
    texts = (lists + [names.count.of(noun)]).map { "\($0) \(clause)" }
  }

  /// All that there is to know.
  var text: Line { texts[0] }

  /// The same in lines: in the words that fit in one, or else in several.
  func lines(columns: Int) -> [Line] {
    let text = texts.first { DisplayWidth.of($0) <= columns - 2 } ?? texts[texts.count - 1]
    return text.wrapped(to: columns - 2).enumerated().map { position, line in
      position == 0 ? "\(sign) \(line)" : "  \(line)"
    }
  }

  /// More names than fit on any screen.
  private static let mostNames = 20
}

extension [PlanWarning] {
  /// All of them in lines: long ones take several, and two short ones share one.
  func lines(columns: Int) -> [Line] {
    var lines: [Line] = []
    var isHalf = false
    for warning in self {
      let own = warning.lines(columns: columns)
      if isHalf, own.count == 1, let last = lines.last,
        let start = Self.starts(behind: last).first(where: { $0 + DisplayWidth.of(own[0]) <= columns })
      {
        lines[lines.count - 1] = last.fitted(to: start) + own[0]
        isHalf = false
      } else {
        lines += own
        isHalf = own.count == 1
      }
    }
    return lines
  }

  /// Where a second warning may begin on the line of another: under other second ones, or else behind a gap.
  private static func starts(behind line: Line) -> [Int] {
    let end = DisplayWidth.of(line) + 3
    return [Swift.max(38, end), end]
  }
}
