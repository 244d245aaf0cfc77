import FoundationEssentials

/// Reads the times in credentials, which different tools write in different forms of ISO 8601.
enum Timestamp {
  /// The time that `text` is, or `nil` when it is none.
  ///
  /// Taken are seconds with or without a fraction, and `Z`, `UTC` or an offset with or without a colon.
  static func date(_ text: String) -> Date? {
    let text = text.hasSuffix("UTC") ? text.dropLast(3) + "Z" : text[...]
    for separator in [Date.ISO8601FormatStyle.TimeZoneSeparator.colon, .omitted] {
      for hasFraction in [false, true] {
        let style = Date.ISO8601FormatStyle(timeZoneSeparator: separator, includingFractionalSeconds: hasFraction)
        if let date = try? style.parse(String(text)) { return date }
      }
    }
    return nil
  }
}
