package import AppStream
package import PlainText

/// One line of the request log: what was asked, and what became of it.
package struct RequestLogEntry: Sendable, Equatable, Encodable {
  /// The number of the request, from 1 on.
  package var n: Int
  /// When it arrived, by the service's clock; ISO 8601 in UTC.
  package var time: String
  /// The operation's name; empty where the request names none.
  package var operation: String
  /// The id that the response carries.
  package var requestId: String
  /// The access key id that the request names, whether or not its signature is good.
  package var accessKeyId: String?
  /// The Region that the request names.
  package var region: String?
  /// The HTTP status of the response; `nil` when there was none.
  package var status: Int?
  /// The error's code.
  package var code: String?
  /// The names of the faults that fired.
  package var faults: [String] = []
  /// Whether a change was made, if only in part.
  package var applied = false
  /// The request's body, where it is JSON.
  package var input: JSONValue?
  /// The `User-Agent` header.
  package var userAgent: String?
  /// The `amz-sdk-request` header, which counts attempts.
  package var attempt: String?
  /// The `amz-sdk-invocation-id` header, which is the same for all attempts of a call.
  package var invocationId: String?

  /// The associations that the body lists, as batches do.
  package var associations: [Association] {
    guard case .array(let items)? = input?["UserStackAssociations"] else { return [] }
    return items.compactMap { item in
      guard let stack = item["StackName"]?.text, let user = item["UserName"]?.text else { return nil }
      return Association(
        stackName: stack,
        userName: user,
        authenticationType: AuthenticationType(rawValue: item["AuthenticationType"]?.text ?? "")
      )
    }
  }
}

/// The last requests, in order of arrival.
struct RequestLog: Sendable {
  /// How many are kept; an emulator may run for weeks.
  static let limit = 100_000

  /// The entries that are still there.
  private(set) var entries: [RequestLogEntry] = []
  private var count = 0

  /// Adds an entry under the next number.
  mutating func append(_ entry: RequestLogEntry) {
    count += 1
    var entry = entry
    entry.n = count
    // Half at a time, so that a full log does not move all of its entries with each request.
    if entries.count >= Self.limit { entries.removeFirst(Self.limit / 2) }
    entries.append(entry)
  }
}
