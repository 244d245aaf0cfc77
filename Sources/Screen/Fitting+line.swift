package import PlainText

extension Line {
  /// This line in exactly `columns` columns: cut with `..` if it is longer, filled with blanks if it is shorter.
  package func fitted(to columns: Int, cut: Cut = .end) -> Line {
    Line(text.fitted(to: columns, cut: cut))
  }

  /// This line in at most `columns` columns, cut with `..` if it is longer.
  package func shortened(to columns: Int, cut: Cut = .end) -> Line {
    Line(text.shortened(to: columns, cut: cut))
  }
}

extension [Line] {
  /// These lines in at most `columns` columns each, so that those that differ look different.
  package func shortenedApart(to columns: Int, cut: Cut) -> [Line] {
    map(\.text).shortenedApart(to: columns, cut: cut).map { Line($0) }
  }
}
