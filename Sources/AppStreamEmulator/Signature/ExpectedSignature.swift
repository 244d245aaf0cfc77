import AWSClientCore
import Crypto

/// The signature that a request ought to have, worked out from what arrived.
///
/// It is written from AWS's description alone ("Create a signed AWS API request" in the IAM User Guide) and shares
/// nothing with the signer of the client core but the hash functions, so that a fault in one cannot hide in the other.
struct ExpectedSignature {
  /// The header as it was received.
  let header: AuthorizationHeader
  /// The value of `X-Amz-Date`.
  let timestamp: String

  /// The signature of `request` under `secret`, in hexadecimal digits.
  func of(_ request: HTTPRequest, secret: String) -> String {
    var key = SymmetricKey(data: Array("AWS4\(secret)".utf8))
    for part in [header.day, header.region, header.service, header.terminator] {
      key = SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(part.utf8), using: key))
    }
    return Self.digits(HMAC<SHA256>.authenticationCode(for: Array(stringToSign(request).utf8), using: key))
  }

  private func stringToSign(_ request: HTTPRequest) -> String {
    let hash = Self.digits(SHA256.hash(data: Array(canonicalForm(request).utf8)))
    return "AWS4-HMAC-SHA256\n\(timestamp)\n\(header.scope)\n\(hash)"
  }

  /// The canonical request, line by line.
  private func canonicalForm(_ request: HTTPRequest) -> String {
    var lines = [request.method, Self.path(request.path), Self.query(request.query)]
    for name in header.signedHeaders {
      lines.append("\(name.lowercased()):\(Self.value(of: name, in: request))")
    }
    lines.append("")
    lines.append(header.signedHeaders.joined(separator: ";"))
    lines.append(Self.digits(SHA256.hash(data: request.body)))
    return lines.joined(separator: "\n")
  }

  /// All values of a header, trimmed, with single blanks inside, and separated by commas.
  private static func value(of name: String, in request: HTTPRequest) -> String {
    let values = request.headers.fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    guard !values.isEmpty else { return name.lowercased() == "host" ? request.endpoint.authority : "" }
    return values.map { value in
      var trimmed = ""
      for character in value {
        let isBlank = character == " " || character == "\t"
        if isBlank, trimmed.isEmpty || trimmed.last == " " { continue }
        trimmed.append(isBlank ? " " : character)
      }
      return trimmed.last == " " ? String(trimmed.dropLast()) : trimmed
    }.joined(separator: ",")
  }

  /// The path without dot segments and doubled slashes, each of its segments encoded once more than on the wire.
  private static func path(_ path: String) -> String {
    var kept: [String] = []
    for segment in path.split(separator: "/").map(String.init) where segment != "." {
      if segment == ".." { _ = kept.popLast() } else { kept.append(encoded(segment)) }
    }
    let isFolder = path.count > 1 && path.last == "/" && !kept.isEmpty
    return "/" + kept.joined(separator: "/") + (isFolder ? "/" : "")
  }

  /// The parameters, encoded, in the order of their encoded names and values.
  private static func query(_ query: String) -> String {
    var parameters: [[String]] = []
    for pair in query.split(separator: "&") {
      let cut = pair.firstIndex(of: "=") ?? pair.endIndex
      let value = cut == pair.endIndex ? "" : String(pair[pair.index(after: cut)...])
      parameters.append([String(pair[..<cut]), value].map { encoded(decoded($0)) })
    }
    return parameters.sorted { $0.lexicographicallyPrecedes($1) }.map { $0.joined(separator: "=") }
      .joined(separator: "&")
  }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: result.append(Character(Unicode.Scalar(byte)))
      default: result += "%" + digits([byte]).uppercased()
      }
    }
    return result
  }

  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Substring(text)
    while let character = rest.popFirst() {
      if character == "%", rest.count >= 2, let byte = UInt8(rest.prefix(2), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(2)
      } else {
        bytes += Array(String(character).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digits(_ bytes: some Sequence<UInt8>) -> String {
    let alphabet = Array("0123456789abcdef")
    return bytes.reduce(into: "") { text, byte in
      text.append(alphabet[Int(byte >> 4)])
      text.append(alphabet[Int(byte & 15)])
    }
  }
}
