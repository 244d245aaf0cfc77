import AsyncHTTPClient
import Glibc
import NIOCore
import NIOSSL

/// Checks that a service's certificate is for the host that was called, whatever the connection leads through.
///
/// NIOSSL also accepts a certificate for the address that the socket is connected to: the proxy's, where there is one,
/// or the one that a name server has answered with. It has no setting for another, so the check is made here.
enum IdentityVerification: Sendable, Hashable {
  /// A name, in lower case and without a dot at its end.
  case name(String)
  /// An address, as a certificate holds it (RFC 5280, section 4.2.1.6): 4 or 16 bytes.
  case address([UInt8])

  /// Makes a check for `host`, which is a name, or an address without brackets.
  init(host: String) {
    // The HTTP client tells addresses from names by the same call (inet_pton(3)), and gives NIOSSL names alone.
    var version4 = in_addr()
    var version6 = in6_addr()
    if inet_pton(AF_INET, host, &version4) == 1 {
      self = .address(withUnsafeBytes(of: version4, Array.init))
    } else if inet_pton(AF_INET6, host, &version6) == 1 {
      self = .address(withUnsafeBytes(of: version6, Array.init))
    } else {
      let name = host.lowercased()
      self = .name(name.hasSuffix(".") ? String(name.dropLast()) : name)
    }
  }

  /// Whether one of the certificate's alternative names is the host; the common name does not count (RFC 9110, section
  /// 4.3.4).
  func accepts(_ certificate: NIOSSLCertificate) -> Bool {
    certificate._subjectAlternativeNames().contains { alternative in
      switch self {
      case .address(let bytes): alternative.nameType == .ipAddress && alternative.contents.elementsEqual(bytes)
      case .name(let name):
        alternative.nameType == .dnsName
          && Self.matches(String(decoding: alternative.contents, as: UTF8.self).lowercased(), name)
      }
    }
  }

  /// Whether `pattern` is `name`, or has `*` in the place of its first label (RFC 6125, section 6.4.3).
  private static func matches(_ pattern: String, _ name: String) -> Bool {
    guard pattern.hasPrefix("*.") else { return pattern == name }
    let parent = pattern.dropFirst()
    // A whole top-level domain is nobody's.
    guard let dot = name.firstIndex(of: "."), parent.dropFirst().contains(".") else { return false }
    return dot > name.startIndex && name[dot...] == parent
  }

  /// `configuration` with this check in it.
  func configuration(_ configuration: HTTPClient.Configuration) -> HTTPClient.Configuration {
    var configuration = configuration
    // An address could only be compared with the socket's; names are checked twice.
    if case .address = self { configuration.tlsConfiguration?.certificateVerification = .noHostnameVerification }
    // It is awaited after the handshake and before the connection is given its first request.
    configuration.http1_1ConnectionDebugInitializer = { channel in
      channel.eventLoop.submit { try verify(channel) }
    }
    return configuration
  }

  private func verify(_ channel: any Channel) throws {
    if let certificate = try channel.pipeline.syncOperations.nioSSL_peerCertificate(), accepts(certificate) { return }
    // The client takes the connection for one that was never made, and so does not close it; it has to hear of the
    // failure first.
    channel.eventLoop.execute { channel.close(promise: nil) }
    throw WrongIdentity()
  }
}

/// A certificate that is for another host than the one that was called.
struct WrongIdentity: Error {}
