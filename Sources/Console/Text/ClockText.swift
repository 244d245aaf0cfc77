import FoundationEssentials

extension Date {
  /// The time of day in UTC to the minute, such as `14:49Z`.
  var minuteText: String { "\(clockText(parts: 2))Z" }

  /// The time of day in UTC to the second, such as `14:02:11Z`.
  var secondText: String { "\(clockText(parts: 3))Z" }

  private func clockText(parts: Int) -> String {
    let seconds = Int(timeIntervalSinceReferenceDate.rounded(.down))
    // The reference date is a midnight in UTC, and its days have no leap seconds.
    let ofDay = ((seconds % 86_400) + 86_400) % 86_400
    let numbers = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].prefix(parts)
    return numbers.map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
  }
}
