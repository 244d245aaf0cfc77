public import FoundationEssentials

/// What a signature is good for: one Region and one service.
public struct SigningScope: Sendable, Hashable {
  /// The Region's code, such as `eu-west-1`.
  public var region: String
  /// The service's signing name, such as `appstream`; not its endpoint prefix (`appstream2`).
  public var service: String

  /// Makes a scope.
  public init(region: String, service: String) {
    self.region = region
    self.service = service
  }
}

/// The moment of a signature, in the one form that AWS takes: `YYYYMMDDTHHMMSSZ`.
public struct SigningDate: Sendable, Hashable {
  /// Day and time, such as `20261122T140215Z`, as `X-Amz-Date` carries it.
  public let timestamp: String

  /// The whole second of `date`, in UTC.
  public init(_ date: Date) {
    timestamp = date.formatted(
      Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt)
    )
  }

  /// The day, such as `20261122`, as the credential scope carries it.
  public var day: String { String(timestamp.prefix(8)) }
}
