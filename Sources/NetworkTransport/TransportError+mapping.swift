import AWSClientCore
import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

extension TransportError {
  /// What `error`, from the HTTP client or the layers below it, means for the request.
  ///
  /// Where it is not certain that nothing was sent, it counts as sent: a caller then asks the service before going on.
  init(_ error: any Error, host: String, connectTimeout: Duration) {
    switch error {
    case let error as NIOConnectionError:
      self = .init(connecting: error, host: host, connectTimeout: connectTimeout)
    case let error as HTTPClientError:
      self = .init(error, host: host, connectTimeout: connectTimeout)
    case let error as IOError where error.errnoCode == ECONNREFUSED:
      self = .cannotConnect(host: host, reason: Self.clause(error))
    case let error as IOError:
      self = .connectionLost(host: host, reason: Self.clause(error))
    case ChannelError.connectTimeout:
      self = .connectTimedOut(host: host, seconds: connectTimeout / .seconds(1))
    case NIOSSLError.handshakeFailed(let error):
      self = .untrusted(host: host, reason: Self.clause(error))
    case let error as NIOSSLExtraError where error == .failedToValidateHostname:
      self = .untrusted(host: host, reason: "its certificate is for another name")
    case NIOSSLError.unableToValidateCertificate:
      self = .untrusted(host: host, reason: "its certificate cannot be checked")
    case HTTPParserError.invalidEOFState, NIOSSLError.uncleanShutdown:
      self = .connectionLost(host: host, reason: Self.closed)
    case is HTTPParserError:
      self = .connectionLost(host: host, reason: "the answer is not HTTP")
    case is NIOTooManyBytesError:
      self = .connectionLost(host: host, reason: "the answer is larger than \(LiveTransport.largestBody >> 20) MiB")
    case is CancellationError:
      self = .cancelled(host: host)
    default:
      self = .connectionLost(host: host, reason: "the connection failed")
    }
  }

  private init(connecting error: NIOConnectionError, host: String, connectTimeout: Duration) {
    let failures = error.connectionErrors.map(\.error)
    if let failure = failures.lazy.compactMap({ $0 as? IOError }).first {
      self = .cannotConnect(host: host, reason: Self.clause(failure))
    } else if failures.isEmpty, error.dnsAError != nil || error.dnsAAAAError != nil {
      self = .cannotConnect(host: host, reason: "no such host")
    } else {
      self = .connectTimedOut(host: host, seconds: connectTimeout / .seconds(1))
    }
  }

  private init(_ error: HTTPClientError, host: String, connectTimeout: Duration) {
    switch error {
    case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
      self = .connectTimedOut(host: host, seconds: connectTimeout / .seconds(1))
    case .alreadyShutdown:
      self = .cannotConnect(host: host, reason: "the program is ending")
    case .cancelled:
      self = .cancelled(host: host)
    case .remoteConnectionClosed, .uncleanShutdown:
      self = .connectionLost(host: host, reason: Self.closed)
    default:
      self =
        Self.isInvalidField(error)
        ? .cannotConnect(host: host, reason: "a header field holds a character that HTTP does not allow")
        : .connectionLost(host: host, reason: error.shortDescription.lowercased())
    }
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
    } else {
      "the TLS handshake failed"
    }
  }
}
