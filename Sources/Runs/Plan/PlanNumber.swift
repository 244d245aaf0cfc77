import Algorithms

/// What people call a plan by, from when it is made until its receipt: three groups of four hexadecimal digits, such as
/// `9f3a-22c1-07de`.
public struct PlanNumber: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The number as it is shown.
  public let text: String

  /// A number that was written down; `nil` for any other text, since files are named by it.
  public init?(_ text: String) {
    guard text.wholeMatch(of: /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/) != nil else { return nil }
    self.text = text
  }

  /// The number of a plan with this hash, in hexadecimal: its beginning.
  init(sha256: String) {
    text = sha256.prefix(12).chunks(ofCount: 4).joined(separator: "-")
  }

  /// Reads one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let number = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "The number of a plan is three groups of four hexadecimal digits."
      )
    }
    self = number
  }

  /// Writes it as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// The same as ``text``.
  public var description: String { text }
}
