import Crypto
import PlainText

/// The form of a request that SigV4 hashes.
///
/// Rules: "Create a signed AWS API request" in the IAM User Guide; where it is silent, botocore's `SigV4Auth` decides,
/// and the vectors in the tests hold this file to it.
struct CanonicalRequest {
  /// The lower-case names of the signed headers, sorted and joined with semicolons.
  let signedHeaders: String
  /// The whole canonical request.
  let text: String

  /// What a signature does not cover.
  ///
  /// Proxies may add or change the first four on the way, and botocore leaves out the same. The two of the SDKs' own
  /// differ from attempt to attempt; botocore adds them after signing.
  private static let unsigned: Set<String> = [
    "expect", "transfer-encoding", "user-agent", "x-amzn-trace-id", "amz-sdk-invocation-id", "amz-sdk-request",
  ]

  init(_ request: HTTPRequest) {
    var values: [String: [String]] = [:]
    for field in request.headers.fields {
      let name = field.name.lowercased()
      guard !Self.unsigned.contains(name) else { continue }
      values[name, default: []].append(Self.folded(field.value))
    }
    if values["host"] == nil { values["host"] = [request.endpoint.authority] }
    let names = values.keys.sorted()
    signedHeaders = names.joined(separator: ";")
    let headerLines = names.map { "\($0):\((values[$0] ?? []).joined(separator: ","))\n" }.joined()
    text = [
      request.method, Self.canonicalPath(request.path), Self.canonicalQuery(request.query), headerLines, signedHeaders,
      SHA256.hash(data: request.body).hexadecimal,
    ].joined(separator: "\n")
  }

  /// Runs of white space, line folding included, become one blank.
  private static func folded(_ value: String) -> String {
    // Among printable ASCII there is none, and to look at a session token character by character takes long.
    guard value.utf8.contains(where: { $0 <= UInt8(ascii: " ") || $0 >= 0x80 }) else { return value }
    return value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Dot segments are resolved and empty ones dropped, then the path, encoded already, is encoded once more.
  private static func canonicalPath(_ path: String) -> String {
    var segments: [Substring] = []
    for segment in path.split(separator: "/") {
      switch segment {
      case ".": break
      case "..": _ = segments.popLast()
      default: segments.append(segment)
      }
    }
    guard !segments.isEmpty else { return "/" }
    let joined = "/" + segments.joined(separator: "/") + (path.hasSuffix("/") ? "/" : "")
    return PercentEncoding.encode(joined, keeping: "/")
  }

  /// The pairs of the encoded query, sorted by name, then by value; an empty pair is one, too.
  private static func canonicalQuery(_ query: String) -> String {
    guard !query.isEmpty else { return "" }
    let pairs = query.split(separator: "&", omittingEmptySubsequences: false).map { pair -> (String, String) in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
    return pairs.sorted { $0 < $1 }.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
  }
}
