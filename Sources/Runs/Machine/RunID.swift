public import FoundationEssentials

/// The name of a run: when it began and four random hexadecimal digits, such as `20261122T140215Z-7f3a`.
public struct RunID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name.
  public let text: String

  /// Makes the id of a run that begins at `date`; `random` sets its four last digits.
  public init(at date: Date, random: UInt16) {
    let time = date.formatted(
      Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt)
    )
    let digits = String(random, radix: 16)
    text = "\(time)-\(String(repeating: "0", count: 4 - digits.count))\(digits)"
  }

  /// Takes an id that somebody gave, or `nil` when it has not the form of one.
  public init?(_ text: String) {
    guard text.wholeMatch(of: /[0-9]{8}T[0-9]{6}Z-[0-9a-f]{4}/) != nil else { return nil }
    self.text = text
  }

  /// The name.
  public var description: String { text }

  /// Earlier runs come first.
  public static func < (one: Self, other: Self) -> Bool { one.text < other.text }
}

extension RunID: Codable {
  /// Reads an id from one string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = RunID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "That is not the name of a run.")
    }
    self = id
  }

  /// Writes the id as one string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
