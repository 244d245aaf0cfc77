import PlainText

/// JSON as it is printed: keys sorted, and nothing in it that a terminal could take for an order.
enum JSONText {
  /// `value` over several lines.
  static func document(_ value: JSONValue) -> String {
    text(value, .lines) + "\n"
  }

  /// `value` in one line.
  static func line(_ value: JSONValue) -> String {
    text(value, .line)
  }

  private static func text(_ value: JSONValue, _ layout: JSONWriter.Layout) -> String {
    var writer = JSONWriter(layout)
    writer.write(value)
    return writer.text
  }
}
