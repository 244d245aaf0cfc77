/// Text for people that cannot act on what shows it.
///
/// What the program's own source says is trusted. What is put into it, such as a name from the service, a path or a
/// cell of a list, is made visible on the way: control characters, marks of the writing direction and characters that
/// nobody sees become marks such as `<U+202E>`. Whoever shows text takes a line, so the compiler keeps the promise that
/// text from outside cannot touch the terminal. Cleaning text that is clean copies nothing.
public struct Line: Sendable, Hashable {
  /// The text as it may be shown.
  public private(set) var text: String

  /// An empty line.
  public init() {
    text = ""
  }

  /// Makes `outside` visible, wherever it comes from.
  public init(_ outside: String) {
    text = outside.visible
  }

  /// Makes `outside` visible, wherever it comes from.
  public init(_ outside: Substring) {
    text = String(outside).visible
  }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { text.isEmpty }

  /// `other` behind `line`.
  public static func + (line: Line, other: Line) -> Line {
    var joined = line
    joined += other
    return joined
  }

  /// Puts `other` behind `line`.
  public static func += (line: inout Line, other: Line) {
    line.text += other.text
  }
}

extension Line: CustomStringConvertible {
  /// The text as it may be shown.
  public var description: String { text }
}

extension Line: ExpressibleByStringInterpolation {
  /// Takes a literal as it is, because only the author of the program can have written it.
  public init(stringLiteral literal: String) {
    text = literal
  }

  /// Takes what a literal and the values in it came to.
  public init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
  }
}

extension Sequence<Line> {
  /// All of them in one, with `separator` between two.
  public func joined(separator: Line = "") -> Line {
    var joined = Line()
    for (place, line) in enumerated() {
      if place > 0 { joined += separator }
      joined += line
    }
    return joined
  }
}
