public import FoundationEssentials

/// For how long after it was made a plan may be sent.
public struct PlanValidity: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// So many seconds.
  public let seconds: Int

  /// What holds where nobody says anything else.
  public static let standard = PlanValidity(seconds: 24 * hour)

  private static let (minute, hour, day) = (60, 3600, 86_400)
  /// A plan of last year is of people who have come and gone since.
  private static let range = minute...366 * day

  private init(seconds: Int) {
    self.seconds = seconds
  }

  /// Reads whole minutes, hours or days, such as `90m`, `36h` or `7d`, from 1 minute to 366 days; `nil` for any other
  /// text.
  public init?(_ text: String) {
    let units = ["m": Self.minute, "h": Self.hour, "d": Self.day]
    guard let unit = text.last.flatMap({ units[String($0)] }), let count = Int(wholeNumber: text.dropLast()),
      count <= Self.range.upperBound, Self.range.contains(count * unit)
    else { return nil }
    seconds = count * unit
  }

  /// Reads the seconds.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    seconds = try container.decode(Int.self)
    guard Self.range.contains(seconds) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "A plan may be sent for 1 minute to 366 days."
      )
    }
  }

  /// Writes the seconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }

  /// Whether `one` is shorter.
  public static func < (one: Self, other: Self) -> Bool { one.seconds < other.seconds }

  /// The time as it is written: `24h`, `7d`.
  public var description: String {
    if seconds % Self.day == 0, seconds > Self.day { return "\(seconds / Self.day)d" }
    return seconds % Self.hour == 0 ? "\(seconds / Self.hour)h" : "\(seconds / Self.minute)m"
  }
}

extension Int {
  /// The number that `text` writes with digits alone; `nil` for any other text, and for one that is too big.
  public init?(wholeNumber text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
    self.init(text)
  }
}

extension Plan {
  /// A clock that is this much ahead of another is still right enough: the tolerance that AWS has for signatures.
  public static let clockTolerance: TimeInterval = 300

  /// When it may no longer be sent, by what its maker said and, where that is less, by `limit`.
  public func expiry(within limit: PlanValidity? = nil) -> Date {
    let own = validity ?? .standard
    return created.addingTimeInterval(Double(min(own, limit ?? own).seconds))
  }

  /// Whether it seems to be made after `moment`, so that nobody can tell how old it is: one of two clocks is wrong.
  public func isOfTheFuture(at moment: Date) -> Bool {
    created > moment.addingTimeInterval(Self.clockTolerance)
  }
}
