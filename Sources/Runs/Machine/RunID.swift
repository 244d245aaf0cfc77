public import FoundationEssentials

/// The name of a run: when it began and four random hexadecimal digits, such as `20261122T140215Z-7f3a`.
public struct RunID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name.
  public let text: String

  /// The four last digits, which tell it from the others of a list: `7f3a`.
  public var shortText: String { String(text.suffix(4)) }

  /// How many characters a name has.
  static let length = form.utf8.count
  private static let form = "00000000T000000Z-ffff"

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
    // By hand, since a regular expression would take longer over a directory of journals than reading their ends does.
    guard text.utf8.count == Self.length, zip(text.utf8, Self.form.utf8).allSatisfy(Self.fits) else { return nil }
    self.text = text
  }

  /// Whether `byte` may stand where a name that has a digit, or a hexadecimal one, everywhere has `example`.
  private static func fits(_ byte: UInt8, _ example: UInt8) -> Bool {
    let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    switch example {
    case UInt8(ascii: "0"): return isDigit
    case UInt8(ascii: "f"): return isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    default: return byte == example
    }
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
