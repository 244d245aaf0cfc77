/// A text that must not appear in a log, a dump, an error or a failed test.
///
/// It prints as dots whichever way it is printed; only ``exposed`` gives the text itself.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The text itself.
  public let exposed: String

  /// Hides `text`.
  public init(_ text: String) {
    exposed = text
  }

  /// Dots, never the text.
  public var description: String { "•••" }
  /// Dots, never the text.
  public var debugDescription: String { "•••" }
  /// A mirror without children, so that `dump` finds nothing.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
