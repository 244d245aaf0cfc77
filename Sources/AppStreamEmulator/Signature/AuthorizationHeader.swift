/// What a request says about its own signature: the `Authorization` header of Signature Version 4, taken apart.
struct AuthorizationHeader: Equatable {
  /// Names the key.
  var accessKeyID: String
  /// `YYYYMMDD`.
  var day: String
  var region: String
  var service: String
  /// What the credential scope ends with; only `aws4_request` is right.
  var terminator: String
  /// The names of the signed headers as they are given, in order.
  var signedHeaders: [String]
  /// The signature, in hexadecimal digits.
  var signature: String

  /// The scope as the string to sign has it.
  var scope: String { "\(day)/\(region)/\(service)/\(terminator)" }

  /// Reads the header, or says in AWS's words which of its parts are missing.
  init(_ header: String) throws(EmulatedRefusal) {
    let scheme = "AWS4-HMAC-SHA256"
    guard header.hasPrefix(scheme) else {
      throw .incompleteSignature("Unsupported AWS 'algorithm': '\(header.prefix { $0 != " " })'.")
    }
    var parameters: [Substring: Substring] = [:]
    for part in header.dropFirst(scheme.count).split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      parameters[pair[0].drop { $0 == " " }] = pair[1]
    }
    let missing = ["Credential", "Signature", "SignedHeaders"].filter { parameters[$0[...]] == nil }
    guard missing.isEmpty, let credential = parameters["Credential"], let signature = parameters["Signature"],
      let signedHeaders = parameters["SignedHeaders"]
    else {
      throw .incompleteSignature(
        missing.map { "Authorization header requires '\($0)' parameter." }.joined(separator: " ")
      )
    }
    let parts = credential.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5 else {
      throw .incompleteSignature(
        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, "
          + "got '\(credential)'"
      )
    }
    (accessKeyID, day, region, service, terminator) = (parts[0], parts[1], parts[2], parts[3], parts[4])
    self.signedHeaders = signedHeaders.split(separator: ";").map(String.init)
    self.signature = String(signature.prefix { $0 != " " })
  }
}

extension EmulatedRefusal {
  /// The `Authorization` header lacks something.
  static func incompleteSignature(_ message: String) -> Self {
    Self(code: "IncompleteSignatureException", message: message, layer: .frontDoor)
  }

  /// The signature is not what it should be.
  static func invalidSignature(_ message: String) -> Self {
    Self(code: "InvalidSignatureException", message: message, layer: .frontDoor)
  }
}
