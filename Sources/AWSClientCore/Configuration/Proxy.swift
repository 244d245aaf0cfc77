import FoundationEssentials
public import PlainText

/// An HTTP proxy that connections go through.
public struct Proxy: Sendable, Hashable, CustomStringConvertible {
  /// The proxy's host name or address; an IPv6 address without its brackets.
  public let host: String
  /// The proxy's port.
  public let port: Int
  /// User name and password in the form of Basic authentication (RFC 7617), where the proxy's URL has both.
  public let basicCredentials: Secret?

  /// Makes a proxy; without both a user name and a password it is asked without either.
  public init(host: String, port: Int, user: String = "", password: Secret = Secret("")) {
    self.host = host
    self.port = port
    let isAnonymous = user.isEmpty || password.exposed.isEmpty
    let pair = Data("\(user):\(password.exposed)".utf8)
    basicCredentials = isAnonymous ? nil : Secret(pair.base64EncodedString())
  }

  /// Host and port, never the user or the password.
  public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// Reads the value of a variable as botocore's `httpsession.py` and Python's `urlsplit` do.
  ///
  /// Without a scheme it is an `http` one; user name and password are percent-encoded and end at the last `@`. Unlike
  /// there, a `/`, `?` or `#` in front of an `@` is refused: it is of a password, and what stands before it would be
  /// asked for as a host.
  init(_ text: String, variable: String) throws(ProxyError) {
    var rest = text[...]
    if let scheme = text.firstRange(of: "://") {
      let name = text[..<scheme.lowerBound].lowercased()
      rest = text[scheme.upperBound...]
      guard name == "http" else {
        throw name == "https" ? .overTLS(variable: variable) : .notHTTP(variable: variable)
      }
    } else if text.hasPrefix("//") {
      rest = text.dropFirst(2)
    }
    let authority = rest.prefix { !"/?#".contains($0) }
    guard !rest[authority.endIndex...].contains("@") else { throw .malformed(variable: variable) }
    rest = authority
    var userInformation = Substring()
    if let at = rest.lastIndex(of: "@") {
      userInformation = rest[..<at]
      rest = rest[at...].dropFirst()
    }
    guard let (host, port) = Self.address(rest) else { throw .malformed(variable: variable) }
    let parts = userInformation.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(
      host: host,
      port: port,
      user: Self.decoded(parts.first ?? ""),
      password: Secret(parts.count > 1 ? Self.decoded(parts[1]) : "")
    )
  }

  private static func address(_ text: Substring) -> (host: String, port: Int)? {
    var host = text
    var end = text[text.endIndex...]
    if text.first == "[" {
      guard let bracket = text.firstIndex(of: "]") else { return nil }
      host = text[..<bracket].dropFirst()
      end = text[bracket...].dropFirst()
    } else if let colon = text.firstIndex(of: ":") {
      host = text[..<colon]
      end = text[colon...]
    }
    guard HostText.isHost(host, isBracketed: text.first == "[") else { return nil }
    guard !end.isEmpty else { return (host.lowercased(), 80) }
    guard end.first == ":", let port = Int(end.dropFirst()), (1...65535).contains(port) else { return nil }
    return (host.lowercased(), port)
  }

  /// `text` with each `%` and the two hexadecimal digits behind it replaced; any other `%` stays.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(\.isHexadecimalDigit),
        let decoded = UInt8(String(Substring(digits)), radix: 16)
      {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool { Character(Unicode.Scalar(self)).isHexDigit }
}

/// Why a proxy cannot be used.
///
/// It never repeats the variable's value, which may hold a password.
public enum ProxyError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The value is not the address of a proxy.
  case malformed(variable: String)
  /// The proxy itself is to be spoken to over TLS.
  case overTLS(variable: String)
  /// The proxy speaks another protocol, such as SOCKS.
  case notHTTP(variable: String)

  /// What happened, to what, and what to do next, as a sentence.
  public var description: String {
    switch self {
    case .malformed(let variable):
      "\(variable) is not the address of a proxy; in a user name or a password, write # as %23, / as %2F, ? as %3F "
        + "and @ as %40. Set it to one such as http://proxy.example.com:3128, or remove it."
    case .overTLS(let variable):
      "\(variable) asks for TLS to the proxy itself, which is not supported. Begin it with http:// if the proxy takes "
        + "that: calls to AWS are encrypted all the way through it."
    case .notHTTP(let variable):
      "\(variable) names a proxy that does not speak HTTP, which is not supported. "
        + "Set it to one such as http://proxy.example.com:3128, or remove it."
    }
  }
}
