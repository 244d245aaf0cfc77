import AWSClientCore
import FoundationEssentials
import NetworkTransport
import PlainText
import Testing

/// A request, and the signature that botocore gives it; `Vectors/make-signer-vectors.py` writes them.
struct SignerVector: Decodable, Sendable, CustomTestStringConvertible {
  var name: String
  var method: String
  var url: String
  var headers: [[String]]
  var body: Data
  var region: String
  var service: String
  var at: String
  var accessKeyID: String
  var secretAccessKey: String
  var sessionToken: String?
  var canonicalRequest: String
  var authorization: String

  var testDescription: String { name }

  /// All vectors; a test that finds none fails.
  static let all: Result<[SignerVector], any Error> = Result {
    let path = "\(#filePath)".replacing("Signing/SignerVector.swift", with: "Vectors/signer-vectors.json")
    let bytes = try LocalFiles().contents(of: path) ?? []
    return try JSONDecoder().decode([SignerVector].self, from: Data(bytes))
  }

  var signer: SigV4Signer { SigV4Signer(scope: SigningScope(region: region, service: service)) }

  var credentials: Credentials {
    Credentials(
      accessKeyID: accessKeyID,
      secretAccessKey: Secret(secretAccessKey),
      sessionToken: sessionToken.map(Secret.init)
    )
  }

  func date() throws -> SigningDate {
    SigningDate(try Date("\(at)Z", strategy: .iso8601))
  }

  /// The URL is cut by hand, so that its path and query stay as they were written.
  func request() throws -> HTTPRequest {
    let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let afterScheme = parts[0].firstRange(of: "://")?.upperBound ?? parts[0].startIndex
    let pathStart = parts[0][afterScheme...].firstIndex(of: "/") ?? parts[0].endIndex
    return HTTPRequest(
      method: method,
      endpoint: try Endpoint(url: String(parts[0][..<pathStart])),
      path: pathStart == parts[0].endIndex ? nil : String(parts[0][pathStart...]),
      query: parts.count > 1 ? String(parts[1]) : "",
      headers: HTTPHeaders(headers.map { HTTPHeaders.Field(name: $0[0], value: $0[1]) }),
      body: Array(body)
    )
  }
}
