/// Why no whole HTTP response arrived.
public enum TransportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No connection could be made, so nothing was sent.
  case cannotConnect(host: String, reason: String)
  /// The proxy on the way did not let the connection through, so nothing was sent.
  case proxyRefused(host: String, proxy: String, reason: String)
  /// The TLS handshake failed, so nothing was sent.
  case untrusted(host: String, reason: String)
  /// The connection was not made within the limit, in seconds, so nothing was sent.
  case connectTimedOut(host: String, seconds: Double)
  /// The request may have been acted upon, but no whole response came within the limit, in seconds.
  case responseTimedOut(host: String, seconds: Double)
  /// The request may have been acted upon, but the connection ended before the whole response was read.
  case connectionLost(host: String, reason: String)
  /// The task that waited was cancelled; the request may have been acted upon.
  case cancelled(host: String)

  /// Whether it is certain that the service never saw the request.
  public var isCertainlyUnsent: Bool {
    switch self {
    case .cannotConnect, .proxyRefused, .untrusted, .connectTimedOut: true
    case .responseTimedOut, .connectionLost, .cancelled: false
    }
  }

  /// What happened, to what, and what to do next, as a sentence.
  public var description: String {
    switch self {
    case .cannotConnect(let host, let reason):
      "Could not connect to \(host): \(reason). Check the endpoint, the Region and the network."
    case .proxyRefused(let host, let proxy, let reason):
      "The proxy \(proxy) did not connect to \(host): \(reason). Check HTTPS_PROXY and NO_PROXY."
    case .untrusted(let host, let reason):
      "The TLS connection to \(host) was refused: \(reason). Check the endpoint, and the CA bundle: "
        + "--ca-bundle, AWS_CA_BUNDLE, or ca_bundle in the profile."
    case .connectTimedOut(let host, let seconds):
      "\(host) did not accept a connection within \(Self.text(seconds)) s. "
        + "Check the endpoint, the Region and the network."
    case .responseTimedOut(let host, let seconds):
      "\(host) did not answer within \(Self.text(seconds)) s. Try again, or check the endpoint."
    case .connectionLost(let host, let reason):
      "The connection to \(host) ended before the whole response was read: \(reason). Try again."
    case .cancelled(let host):
      "The call to \(host) was cancelled before its response was read."
    }
  }

  private static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
  }
}
