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
    guard let components = URLComponents(string: text) else { throw .malformed(.noURL) }
    guard components.user == nil, components.password == nil else { throw .malformed(.userInformation) }
    guard components.query == nil else { throw .malformed(.query) }
    guard components.fragment == nil else { throw .malformed(.fragment) }
    guard let scheme = Scheme(rawValue: components.scheme?.lowercased() ?? ""), let host = components.encodedHost,
      !host.isEmpty
    else { throw .malformed(.noURL) }
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    let bare = isBracketed ? String(host.dropFirst().dropLast()) : host
    guard HostText.isHost(bare, isBracketed: isBracketed) else { throw .malformed(.host) }
    guard components.port.map({ (1...65535).contains($0) }) ?? true else { throw .malformed(.port) }
    self.init(scheme: scheme, host: bare, port: components.port, path: components.percentEncodedPath)
  }

  /// Whether `host` is this machine by name or by address, so that nothing leaves it.
  public var isLoopback: Bool {
    let isName =
      host == "localhost" || (host.hasSuffix(".localhost") && HostText.isHost(host, isBracketed: false))
    return isName || host == "::1" || HostText.isLoopbackAddress(host)
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

  private static func defaultPort(of scheme: Scheme) -> Int {
    scheme == .https ? 443 : 80
  }
}

/// Why an endpoint cannot be used.
public enum EndpointError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong with a text that was to be an endpoint URL; never the text, which may hold a password or a
  /// signature.
  public enum Fault: String, Sendable {
    /// It is no `http` or `https` URL with a host.
    case noURL = "it is no http or https URL with a host"
    /// It holds a user name or a password.
    case userInformation = "it holds a user name or a password"
    /// It has a query.
    case query = "it has a query"
    /// It has a fragment.
    case fragment = "it has a part behind #"
    /// Its host holds a character that no host name has.
    case host = "its host holds a character that no host name has"
    /// Its port is not between 1 and 65535.
    case port = "its port is not between 1 and 65535"
  }

  /// The text is not an `http` or `https` URL with a host, and nothing else.
  case malformed(Fault)
  /// Plain HTTP to another machine would send signed requests and people's addresses in the clear.
  case plaintext(String)

  /// What happened, to what, and what to do next, as a sentence.
  public var description: String {
    switch self {
    case .malformed(let fault):
      "The endpoint that is set cannot be used: \(fault.rawValue)."
    case .plaintext(let text):
      "The endpoint \(text) is plain http to another machine, which is refused. Use https, or a loopback address."
    }
  }
}
