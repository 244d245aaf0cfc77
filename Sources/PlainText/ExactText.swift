/// A text that equals another only when both are made of the same bytes.
///
/// Swift compares strings by canonical equivalence, so "é" as one scalar and as two are equal; to the service they are
/// two users. Sets and dictionaries of user names are keyed by this.
package struct ExactText: Sendable, Hashable, Comparable {
  /// The text itself.
  package let text: String

  /// Takes the text as it is.
  package init(_ text: String) {
    self.text = text
  }

  package static func == (one: Self, other: Self) -> Bool {
    // Swift's own comparison is first because it is fast for the usual answer, no.
    one.text == other.text && one.text.utf8.elementsEqual(other.text.utf8)
  }

  /// Texts with the same bytes are canonically equivalent, so Swift's hash serves.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }

  /// By Swift's order, and by bytes where that sees no difference.
  package static func < (one: Self, other: Self) -> Bool {
    one.text == other.text ? one.text.utf8.lexicographicallyPrecedes(other.text.utf8) : one.text < other.text
  }
}
