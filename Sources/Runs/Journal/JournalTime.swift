import FoundationEssentials

/// The time of a line: ISO 8601 in UTC with milliseconds, such as `2026-11-22T14:02:15.042Z`.
enum JournalTime {
  /// `date` as a line has it.
  ///
  /// The milliseconds are whole before they are written, so that a time that is read and written again is the same
  /// text.
  static func text(of date: Date) -> String {
    let (second, millisecond) = milliseconds(of: date).quotientAndRemainder(dividingBy: 1000)
    let digits = String(1000 + millisecond).dropFirst()
    let time = Date(timeIntervalSince1970: Double(second)).formatted(.iso8601)
    return "\(time.dropLast()).\(digits)Z"
  }

  /// The time that `text` is, or `nil` when it has another form.
  static func date(_ text: String) -> Date? {
    guard let second = try? Date.ISO8601FormatStyle().parse("\(text.prefix(19))Z"),
      let millisecond = Double(text.dropFirst(20).prefix(3))
    else { return nil }
    let date = Date(timeIntervalSince1970: (second.timeIntervalSince1970 * 1000 + millisecond) / 1000)
    return self.text(of: date) == text ? date : nil
  }

  /// Within the years that four digits can say; no clock that is set runs outside them.
  private static func milliseconds(of date: Date) -> Int {
    Int(min(max(date.timeIntervalSince1970, 0), 253_402_300_799) * 1000 + 0.5)
  }
}
