import Algorithms

/// Where text that is too long loses what does not fit.
package enum Cut: Sendable {
  /// At the end: `Emma Lindqvi..`
  case end
  /// In the middle, for names that differ at their ends: `design-stud..026b`.
  ///
  /// An address keeps all from its `@` on if that leaves room for its start: `emma.lindqvist..@contr.example`.
  case middle
}

extension String {
  /// This text in exactly `columns` columns: cut with `..` if it is longer, filled with blanks if it is shorter.
  func fitted(to columns: Int, cut: Cut = .end) -> String {
    let shortened = shortened(to: columns, cut: cut)
    return shortened + String(repeating: " ", count: max(0, columns - DisplayWidth.of(shortened)))
  }

  /// This text in at most `columns` columns, cut with `..` if it is longer.
  ///
  /// It may come out a column short, because a two-column character is never halved. What a ``Frame`` would not draw is
  /// left out.
  func shortened(to columns: Int, cut: Cut = .end) -> String {
    let glyphs = Glyph.glyphs(of: self)
    guard glyphs.width > columns else { return glyphs.text }
    let room = columns - cutMark.count
    guard room > 0 else { return String(cutMark.prefix(max(0, columns))) }
    let tail =
      switch cut {
      case .end: ArraySlice<Glyph>()
      case .middle: glyphs.tail(room: room)
      }
    return glyphs.prefix(columns: room - tail.width).text + cutMark + tail.text
  }
}

/// Two full stops and not an ellipsis, which a terminal without UTF-8 cannot show.
let cutMark = ".."

extension Collection where Element == Glyph {
  fileprivate var width: Int { reduce(0) { $0 + $1.width } }
  fileprivate var text: String { String(map(\.character)) }
}

extension BidirectionalCollection where Element == Glyph {
  fileprivate func prefix(columns: Int) -> SubSequence {
    var used = 0
    return prefix { glyph in
      used += glyph.width
      return used <= columns
    }
  }

  fileprivate func suffix(columns: Int) -> SubSequence {
    var used = 0
    return suffix { glyph in
      used += glyph.width
      return used <= columns
    }
  }

  /// The end that a cut in the middle keeps of text with `room` columns for both its ends.
  fileprivate func tail(room: Int) -> SubSequence {
    guard let sign = lastIndex(where: { $0.character == "@" }) else { return suffix(columns: (room + 2) / 4) }
    let domain = self[sign...]
    return domain.width <= room - room / 4 ? domain : suffix(columns: room / 2)
  }
}
