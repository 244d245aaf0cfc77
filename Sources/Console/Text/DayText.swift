import FoundationEssentials

extension Date {
  /// Day and time in UTC to the minute: `2026-11-22 14:02Z`.
  var dayText: String { "\(dayOnlyText) \(minuteText)" }

  /// Day and time in UTC to the second: `2026-11-22 14:02:15Z`.
  var wholeText: String { "\(dayOnlyText) \(secondText)" }

  private var dayOnlyText: String {
    formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
  }
}
