import AWSClientCore
import Crypto
import FoundationEssentials
import PlainText

/// Who sent a request, as its signature proves.
struct VerifiedCaller: Sendable, Equatable {
  let accessKeyID: String
  let identity: EmulatedIdentity
  /// The Region of the credential scope.
  let region: String
}

/// Checks signatures the way AWS does, and refuses in its words.
struct SignatureCheck: Sendable {
  /// The keys that are known.
  let keys: EmulatorKeys
  /// What a date that is off gives.
  let skewedDate: EmulatorRules.SkewedDate

  /// How far a request's date may be off, in seconds.
  private static let tolerance = 300.0

  /// Checks that `request` was signed for `service` by a known key, not too long ago.
  func caller(of request: HTTPRequest, service: String, at now: Date) throws(EmulatedRefusal) -> VerifiedCaller {
    guard let authorization = request.headers["Authorization"] else {
      throw EmulatedRefusal(
        code: "MissingAuthenticationTokenException",
        message: "Missing Authentication Token",
        layer: .frontDoor
      )
    }
    let header = try AuthorizationHeader(authorization)
    guard let timestamp = request.headers["X-Amz-Date"] else {
      throw .incompleteSignature(
        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
      )
    }
    guard let key = keys.keys[header.accessKeyID], key.sessionToken == request.headers["X-Amz-Security-Token"] else {
      throw EmulatedRefusal(
        code: "UnrecognizedClientException",
        message: "The security token included in the request is invalid.",
        layer: .frontDoor
      )
    }
    try checkScope(header, service: service, timestamp: timestamp)
    try checkSignedHeaders(header, request)
    try checkDate(timestamp, at: now)
    let expected = ExpectedSignature(header: header, timestamp: timestamp).of(request, secret: key.secretAccessKey)
    guard expected == header.signature else {
      throw .invalidSignature(
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access "
          + "Key and signing method. Consult the service documentation for details."
      )
    }
    if let expiration = key.expiration, expiration <= now { throw .expiredToken }
    return VerifiedCaller(accessKeyID: key.accessKeyID, identity: key.identity, region: header.region)
  }

  private func checkScope(
    _ header: AuthorizationHeader,
    service: String,
    timestamp: String
  ) throws(EmulatedRefusal) {
    guard timestamp.hasPrefix(header.day), header.day.utf8.count == 8 else {
      throw .invalidSignature(
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
          + "'\(header.day)' != '\(timestamp.prefix(8))', from '\(timestamp)'."
      )
    }
    guard Self.isRegion(header.region) else {
      throw .invalidSignature("Credential should be scoped to a valid Region, not '\(header.region)'. ")
    }
    guard header.service == service else {
      throw .invalidSignature("Credential should be scoped to correct service: '\(service)'. ")
    }
    guard header.terminator == "aws4_request" else {
      throw .invalidSignature(
        "Credential should be scoped with a valid terminator: 'aws4_request', not '\(header.terminator)'."
      )
    }
  }

  /// The host, the date and everything that begins with `x-amz-` must be signed.
  private func checkSignedHeaders(
    _ header: AuthorizationHeader,
    _ request: HTTPRequest
  ) throws(EmulatedRefusal) {
    guard header.signedHeaders.contains("host") else {
      throw .invalidSignature("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.")
    }
    let unsigned = request.headers.fields.map { $0.name.lowercased() }
      .filter { $0.hasPrefix("x-amz-") && !header.signedHeaders.contains($0) }
    guard unsigned.isEmpty else {
      throw .invalidSignature(
        "There were headers present in the request which were not signed: \(unsigned.joined(separator: ", "))"
      )
    }
  }

  private func checkDate(_ timestamp: String, at now: Date) throws(EmulatedRefusal) {
    // Timestamps in this form sort as text as they do in time.
    let current = SigningDate(now).timestamp
    let earliest = SigningDate(now.addingTimeInterval(-Self.tolerance)).timestamp
    let latest = SigningDate(now.addingTimeInterval(Self.tolerance)).timestamp
    guard timestamp.utf8.count == 16, timestamp.hasSuffix("Z") else {
      throw .incompleteSignature("Date must be in ISO-8601 'basic format'. Got '\(timestamp)'.")
    }
    guard timestamp < earliest || timestamp > latest else { return }
    switch (skewedDate, timestamp < earliest) {
    case (.requestTimeTooSkewed, _):
      throw EmulatedRefusal(
        code: "RequestTimeTooSkewed",
        message: "The difference between the request time and the current time is too large.",
        layer: .frontDoor
      )
    case (.invalidSignature, true):
      throw .invalidSignature(
        "Signature expired: \(timestamp) is now earlier than \(earliest) (\(current) - 5 min.)"
      )
    case (.invalidSignature, false):
      throw .invalidSignature(
        "Signature not yet current: \(timestamp) is still later than \(latest) (\(current) + 5 min.)"
      )
    }
  }

  /// Two letters or more, words, and a number: any Region that is or will be.
  private static func isRegion(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, let number = parts.last, let place = parts.first else { return false }
    return place.count >= 2 && number.allSatisfy(\.isNumber) && !number.isEmpty
      && parts.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isLowercase } }
  }
}

extension EmulatedRefusal {
  /// The session is over.
  static let expiredToken = Self(
    code: "ExpiredTokenException",
    message: "The security token included in the request is expired",
    layer: .frontDoor
  )
}
