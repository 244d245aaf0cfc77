import FoundationEssentials

/// Where a service listens: scheme, host, port and base path of a URL.
public struct Endpoint: Sendable, Hashable, CustomStringConvertible {
  /// The two schemes AWS clients speak.
  public enum Scheme: String, Sendable, Hashable {
    /// Plain HTTP; signed requests go over it to this machine only.
    case http
    /// HTTP over TLS.
    case https
  }

  /// The scheme.
  public let scheme: Scheme
  /// The host name or address, in lower case; an IPv6 address without its brackets.
  public let host: String
  /// The port to connect to.
  public let port: Int
  /// The base path, percent-encoded, at least `/`.
  public let path: String

  /// Makes an endpoint; `port` defaults to the scheme's own.
  public init(scheme: Scheme, host: String, port: Int? = nil, path: String = "/") {
    self.scheme = scheme
    self.host = host.lowercased()
    self.port = port ?? Self.defaultPort(of: scheme)
    self.path = path.isEmpty ? "/" : path
  }

  /// Reads an endpoint URL as a person or a settings file gives it.
  ///
  /// - Throws: ``EndpointError/malformed(_:)`` unless it is an `http` or `https` URL with a host and neither user
  ///   information, query nor fragment.
  public init(url text: String) throws(EndpointError) {
    guard
      let components = URLComponents(string: text),
      let scheme = Scheme(rawValue: components.scheme?.lowercased() ?? ""),
      let host = components.host, !host.isEmpty,
      components.user == nil, components.query == nil, components.fragment == nil,
      components.port.map({ (1...65535).contains($0) }) ?? true
    else { throw .malformed(Self.withoutUserInformation(text)) }
    let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    self.init(scheme: scheme, host: bare, port: components.port, path: components.percentEncodedPath)
  }

  /// Whether `host` is this machine by name or by address, so that nothing leaves it.
  public var isLoopback: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "::1"
      || (host.hasPrefix("127.") && host.split(separator: ".").count == 4
        && host.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") })
  }

  /// The value of the `Host` header: the port is there only when it is not the scheme's own (RFC 9110, section 7.2).
  public var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == Self.defaultPort(of: scheme) ? name : "\(name):\(port)"
  }

  /// Scheme and authority, without a path.
  public var origin: String { "\(scheme.rawValue)://\(authority)" }

  /// The URL.
  public var description: String { path == "/" ? origin : origin + path }

  /// A password in a URL is refused, but must not be repeated.
  private static func withoutUserInformation(_ text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return text }
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    return start < at ? text[..<start] + "•••" + text[at...] : text
  }

  private static func defaultPort(of scheme: Scheme) -> Int {
    scheme == .https ? 443 : 80
  }
}

/// Why an endpoint cannot be used.
public enum EndpointError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The text is not an `http` or `https` URL with a host.
  case malformed(String)
  /// Plain HTTP to another machine would send signed requests and people's addresses in the clear.
  case plaintext(String)

  /// What happened, to what, and what to do next, as a sentence.
  public var description: String {
    switch self {
    case .malformed(let text):
      "\"\(text)\" is not an endpoint URL. Give one such as https://appstream2.eu-west-1.amazonaws.com."
    case .plaintext(let text):
      "The endpoint \(text) is plain http to another machine, which is refused. Use https, or a loopback address."
    }
  }
}
