import FoundationEssentials

extension Date {
  /// The time of day in UTC to the minute, such as `14:49Z`.
  var minuteText: String { "\(clockText(parts: 2))Z" }

  /// The time of day in UTC to the second, such as `14:02:11Z`.
  var secondText: String { "\(clockText(parts: 3))Z" }

  private func clockText(parts: Int) -> String {
    // The reference date is a midnight in UTC, and its days have no leap seconds.
    let remainder = timeIntervalSinceReferenceDate.rounded(.down).truncatingRemainder(dividingBy: 86_400)
    // A time that no calendar has, such as an answer may hold, has no time of day either.
    let ofDay = remainder.isFinite ? (Int(remainder) + 86_400) % 86_400 : 0
    let numbers = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].prefix(parts)
    return numbers.map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
  }

  /// Day and time in UTC to the minute: `2026-11-22 14:02Z`.
  var dayText: String { "\(dayOnlyText) \(minuteText)" }

  /// Day and time in UTC to the second: `2026-11-22 14:02:15Z`.
  var wholeText: String { "\(dayOnlyText) \(secondText)" }

  private var dayOnlyText: String {
    formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
  }
}

/// How long something may take, in words: `about 5 s`, from two minutes on `about 3 min`.
func durationText(seconds: Double) -> String {
  // What takes longer than any run can is not worth a number that does not fit.
  let whole = Int(min(seconds.rounded(.up), 1_000_000))
  return whole < 120 ? "about \(whole) s" : "about \((whole + 59) / 60) min"
}
