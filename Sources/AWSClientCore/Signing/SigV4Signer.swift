import Crypto
import FoundationEssentials
import PlainText

/// Signs requests with AWS Signature Version 4, as a pure function of request, credentials and date.
///
/// Rules: "AWS Signature Version 4 for API requests" in the IAM User Guide.
public struct SigV4Signer: Sendable {
  /// The Region and service that signatures are made for.
  public var scope: SigningScope

  /// Makes a signer for `scope`.
  public init(scope: SigningScope) {
    self.scope = scope
  }

  /// Returns `request` with the headers that prove who sent it, as of `date`.
  ///
  /// Sets `X-Amz-Date`, `X-Amz-Security-Token` (removed when the credentials have none) and `Authorization`; a request
  /// that was signed before is signed anew.
  public func sign(_ request: HTTPRequest, with credentials: Credentials, at date: SigningDate) -> HTTPRequest {
    var signed = request
    signed.headers["Authorization"] = nil
    signed.headers["X-Amz-Date"] = date.timestamp
    signed.headers["X-Amz-Security-Token"] = credentials.sessionToken?.exposed
    let canonical = CanonicalRequest(signed)
    let credentialScope = "\(date.day)/\(scope.region)/\(scope.service)/aws4_request"
    let stringToSign = [
      "AWS4-HMAC-SHA256", date.timestamp, credentialScope,
      SHA256.hash(data: Array(canonical.text.utf8)).hexadecimal,
    ].joined(separator: "\n")
    let signature = mac(stringToSign, key: signingKey(credentials.secretAccessKey, day: date.day)).hexadecimal
    signed.headers["Authorization"] =
      "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(credentialScope), "
      + "SignedHeaders=\(canonical.signedHeaders), \(Self.signatureName)\(signature)"
    return signed
  }

  /// The signature that a value of `Authorization` ends with which ``sign(_:with:at:)`` has set; `nil` for another.
  static func signature(in authorization: String) -> String? {
    let text = authorization.utf8
    guard let start = text.lastIndex(of: UInt8(ascii: "=")).map(text.index(after:)),
      authorization[..<start].hasSuffix(signatureName)
    else { return nil }
    return String(authorization[start...])
  }

  private static let signatureName = "Signature="

  private func signingKey(_ secret: Secret, day: String) -> [UInt8] {
    [day, scope.region, scope.service, "aws4_request"]
      .reduce(Array("AWS4\(secret.exposed)".utf8)) { key, part in mac(part, key: key) }
  }

  private func mac(_ text: String, key: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: key)))
  }
}
