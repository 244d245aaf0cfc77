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
}
