package import PlainText

/// That nothing was sent, in the words of every failure that answers for it.
package enum NothingSent {
  /// What begins a sentence that says it.
  package static let words: Line = "Nothing was sent"
  /// What says it within a sentence.
  package static let clause: Line = "nothing was sent"

  /// `happened`, one sentence or more, that nothing was sent, and what to do next.
  package static func line(after happened: Line, next: Line? = nil) -> Line {
    [happened, "\(words).", next].compactMap(\.self).joined(separator: " ")
  }

  /// That nothing was sent because of `cause`, a clause, and what to do next.
  package static func line(because cause: Line, next: Line? = nil) -> Line {
    ["\(cause), so \(clause).", next].compactMap(\.self).joined(separator: " ")
  }
}
