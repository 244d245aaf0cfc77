package import FoundationEssentials

/// Reads the times in credentials, which different tools write in different forms of ISO 8601.
enum Timestamp {
  /// The time that `text` is, or `nil` when it is none.
  ///
  /// Taken are seconds with or without a fraction, `Z`, `UTC` or an offset with or without a colon, a blank in place of
  /// the `T`, and the basic form without signs between the numbers (ISO 8601, and dateutil's parser, which botocore
  /// uses).
  static func date(_ text: String) -> Date? {
    let text = extended(text.hasSuffix("UTC") ? text.dropLast(3) + "Z" : text[...])
    for separator in [Date.ISO8601FormatStyle.TimeZoneSeparator.colon, .omitted] {
      for hasFraction in [false, true] {
        let style = Date.ISO8601FormatStyle(timeZoneSeparator: separator, includingFractionalSeconds: hasFraction)
        if let date = try? style.parse(String(text)) { return date }
      }
    }
    return nil
  }
}

extension Timestamp {
  /// `text` with a `T` between date and time, and with signs between the numbers.
  private static func extended(_ text: Substring) -> Substring {
    var bytes = Array(text.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    if bytes.count > 10, bytes[10] == UInt8(ascii: " ") { bytes[10] = UInt8(ascii: "T") }
    let isBasic =
      bytes.count > 15 && bytes[..<8].allSatisfy { digits.contains($0) }
      && [UInt8(ascii: "T"), UInt8(ascii: " ")].contains(bytes[8])
      && bytes[9..<15].allSatisfy { digits.contains($0) }
    guard isBasic else { return Substring(decoding: bytes, as: UTF8.self) }
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let date = [part(0..<4), part(4..<6), part(6..<8)].joined(separator: "-")
    let time = [part(9..<11), part(11..<13), part(13..<15)].joined(separator: ":")
    return date + "T" + time + part(15..<bytes.count)[...]
  }
}

extension Date {
  /// The time that is so many seconds from 1970 on, or the nearest one that a calendar of four-digit years has: numbers
  /// in responses may be any, and what formats times takes no others.
  package init(clampedSeconds seconds: TimeInterval) {
    let endOfYear9999: TimeInterval = 253_402_300_799
    self.init(timeIntervalSince1970: seconds.isNaN ? 0 : min(max(seconds, 0), endOfYear9999))
  }
}
