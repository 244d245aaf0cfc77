import Algorithms

/// One line of a ``ConfigFile`` without the blanks around it.
///
/// It is cut by Unicode scalars, as Python does it: a combining mark does not hide the sign before it.
struct ConfigFileLine {
  /// What is on the line.
  let text: String
  /// How many blanks stand before it.
  let indentation: Int
  /// The line's number, counted from 1.
  let number: Int

  init(_ line: String, number: Int) {
    text = Self.trimmed(line.unicodeScalars[...])
    indentation = line.unicodeScalars.prefix(while: \.properties.isWhitespace).count
    self.number = number
  }

  /// What stands between the brackets, where the line is a section's header; whatever follows it does not count.
  var sectionName: String? {
    let scalars = text.unicodeScalars
    guard scalars.first == "[", let end = scalars.lastIndex(of: "]") else { return nil }
    let name = scalars[..<end].dropFirst()
    return name.isEmpty ? nil : String(name)
  }

  /// What stands before and after the first of `separators`.
  func pair(separatedBy separators: String) -> (key: String, value: String)? {
    let scalars = text.unicodeScalars
    guard let separator = scalars.firstIndex(where: separators.unicodeScalars.contains) else { return nil }
    return (Self.trimmed(scalars[..<separator]), Self.trimmed(scalars[separator...].dropFirst()))
  }

  private static func trimmed(_ scalars: Substring.UnicodeScalarView) -> String {
    String(scalars.trimming(while: \.properties.isWhitespace))
  }
}
