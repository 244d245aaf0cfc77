/// How a user signs in; the service's own word, so that one we have not heard of is kept as it is.
public struct AuthenticationType: RawRepresentable, Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
  /// The service's word, such as `USERPOOL`.
  public var rawValue: String

  /// Takes the service's word as it is.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A streaming URL made by a program.
  public static let api = Self(rawValue: "API")
  /// A SAML 2.0 identity provider.
  public static let saml = Self(rawValue: "SAML")
  /// The user pool, the only type that stacks are assigned to.
  public static let userpool = Self(rawValue: "USERPOOL")
  /// Microsoft Active Directory.
  public static let awsAD = Self(rawValue: "AWS_AD")

  /// Takes whatever word stands there.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the word.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// The word.
  public var description: String { rawValue }

  /// By the word.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
