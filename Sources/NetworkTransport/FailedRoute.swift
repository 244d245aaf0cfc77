import AWSClientCore
import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// The way that a call took and failed on, and what its failure means for the request.
struct FailedRoute {
  let host: String
  /// The proxy on the way, if there was one.
  let proxy: Proxy?
  let connectTimeout: Duration

  /// What is said to have failed: with a proxy on the way it is not known which of the two did.
  private var name: String { proxy.map { "\(host) through the proxy \($0)" } ?? host }
  private var connectSeconds: Double { connectTimeout / .seconds(1) }

  /// What `error`, from the HTTP client or the layers below it, means.
  ///
  /// Where it is not certain that nothing was sent, it counts as sent: a caller then asks the service before going on.
  func failure(_ error: any Error) -> TransportError {
    switch error {
    case let error as NIOConnectionError: connecting(error)
    case let error as HTTPClientError: client(error)
    case let error as IOError where error.errnoCode == ECONNREFUSED:
      .cannotConnect(host: name, reason: Self.clause(error))
    case let error as IOError: .connectionLost(host: name, reason: Self.clause(error))
    case ChannelError.connectTimeout: .connectTimedOut(host: name, seconds: connectSeconds)
    case NIOSSLError.handshakeFailed(let error): .untrusted(host: name, reason: Self.clause(error))
    case is NIOSSLExtraError, is WrongIdentity:
      .untrusted(host: name, reason: "its certificate is for another name")
    case NIOSSLError.unableToValidateCertificate:
      .untrusted(host: name, reason: "its certificate cannot be checked")
    case HTTPParserError.invalidEOFState, NIOSSLError.uncleanShutdown:
      .connectionLost(host: name, reason: Self.closed)
    case is HTTPParserError: .connectionLost(host: name, reason: "the response is not HTTP")
    case is ResponseAccumulator.ResponseTooBigError:
      .connectionLost(host: name, reason: "the response is larger than \(LiveTransport.largestBody >> 20) MiB")
    case is CancellationError: .cancelled(host: host)
    default: .connectionLost(host: name, reason: "the connection failed")
    }
  }

  private func connecting(_ error: NIOConnectionError) -> TransportError {
    let failures = error.connectionErrors.map(\.error)
    if let failure = failures.lazy.compactMap({ $0 as? IOError }).first {
      return .cannotConnect(host: name, reason: Self.clause(failure))
    }
    if failures.isEmpty, error.dnsAError != nil || error.dnsAAAAError != nil {
      return .cannotConnect(host: name, reason: proxy == nil ? "no such host" : "the proxy is no such host")
    }
    return .connectTimedOut(host: name, seconds: connectSeconds)
  }

  private func client(_ error: HTTPClientError) -> TransportError {
    switch error {
    case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout, .httpProxyHandshakeTimeout:
      .connectTimedOut(host: name, seconds: connectSeconds)
    case .proxyAuthenticationRequired: refusedByProxy("it does not accept the user name and password that it was given")
    case .invalidProxyResponse: refusedByProxy("it refused")
    case .alreadyShutdown: .cannotConnect(host: host, reason: "the program is ending")
    case .cancelled: .cancelled(host: host)
    case .remoteConnectionClosed, .uncleanShutdown: .connectionLost(host: name, reason: Self.closed)
    default:
      Self.isInvalidField(error)
        ? .cannotConnect(host: host, reason: "a header field holds a character that HTTP does not allow")
        : .connectionLost(host: name, reason: error.shortDescription.lowercased())
    }
  }

  private func refusedByProxy(_ reason: String) -> TransportError {
    .proxyRefused(host: host, proxy: proxy.map { "\($0)" } ?? "", reason: reason)
  }

  private static let closed = "the other side closed it"

  /// The client checks fields before it connects; the error carries them, so it cannot be matched as a whole.
  private static func isInvalidField(_ error: HTTPClientError) -> Bool {
    ["Invalid header field names", "Invalid header field values"].contains(error.shortDescription)
  }

  private static func clause(_ error: IOError) -> String {
    String(cString: strerror(error.errnoCode)).lowercased()
  }

  private static func clause(_ error: BoringSSLError) -> String {
    guard case .sslError(let stack) = error else { return "the TLS handshake failed" }
    let text = stack.map(String.init(describing:)).joined()
    return if text.contains("CERTIFICATE_VERIFY_FAILED") {
      "its certificate is not signed by a trusted authority, or has expired"
    } else if text.contains("WRONG_VERSION_NUMBER") {
      "it does not speak TLS on this port"
    } else if text.contains("UNSUPPORTED_PROTOCOL") || text.contains("ALERT_PROTOCOL_VERSION") {
      "it speaks no TLS that is safe, which is 1.2 or later"
    } else {
      "the TLS handshake failed"
    }
  }
}
