import AWSClientCore
import FoundationEssentials
import Glibc
import NIOSSL
import NetworkTransport
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct TrustTests {
  /// A certificate for `localhost` that is its own authority.
  private static let certificate = path("Certificates/localhost.pem")
  private static let key = path("Certificates/localhost-key.pem")

  private static func path(_ name: String) -> String {
    "\(#filePath)".replacing("TrustTests.swift", with: name)
  }

  private func run(
    _ version: TLSVersion? = nil,
    _ body: (LoopbackServer, Int) async throws -> Void
  ) async throws {
    let chain = try NIOSSLCertificate.fromPEMFile(Self.certificate).map(NIOSSLCertificateSource.certificate)
    let key = try NIOSSLPrivateKey(file: Self.key, format: .pem)
    var configuration = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key))
    if let version {
      configuration.minimumTLSVersion = version
      configuration.maximumTLSVersion = version
    }
    let replies = LoopbackServer.Reply.answer("{}")
    try await LoopbackServer.run(replies, tls: NIOSSLContext(configuration: configuration), body)
  }

  @Test func `a server is trusted when its authority is in the bundle`() async throws {
    try await run { server, port in
      try await LiveTransport.with(trustRoots: Self.certificate) { transport in
        let response = try await transport.send(.call(port, host: "localhost", scheme: .https))
        #expect(response.status == 200)
        #expect(server.requests.count == 1)
      }
    }
  }

  @Test func `a bundle may begin with a byte order mark`() async throws {
    let scratch = try Scratch()
    let certificate = try String(contentsOf: URL(filePath: Self.certificate), encoding: .utf8)
    try scratch.write([0xEF, 0xBB, 0xBF] + Array(certificate.utf8), to: "bundle.pem")
    try await run { _, port in
      try await LiveTransport.with(trustRoots: scratch["bundle.pem"]) { transport in
        let response = try await transport.send(.call(port, host: "localhost", scheme: .https))
        #expect(response.status == 200)
      }
    }
  }

  @Test(arguments: [TLSVersion.tlsv12, .tlsv13])
  func `TLS 1.2 and 1.3 are spoken`(version: TLSVersion) async throws {
    try await run(version) { _, port in
      try await LiveTransport.with(trustRoots: Self.certificate) { transport in
        let response = try await transport.send(.call(port, host: "localhost", scheme: .https))
        #expect(response.status == 200)
      }
    }
  }

  @Test(arguments: [TLSVersion.tlsv1, .tlsv11])
  func `an older TLS is refused`(version: TLSVersion) async throws {
    let reason = "it speaks no TLS that is safe, which is 1.2 or later"
    try await run(version) { server, port in
      try await LiveTransport.with(trustRoots: Self.certificate) { transport in
        await #expect(throws: TransportError.untrusted(host: "localhost", reason: reason)) {
          try await transport.send(.call(port, host: "localhost", scheme: .https))
        }
        #expect(server.requests == [])
      }
    }
  }

  @Test func `a server is not trusted when the system does not know its authority`() async throws {
    let reason = "its certificate is not signed by a trusted authority, or has expired"
    try await run { server, port in
      try await LiveTransport.with { transport in
        await #expect(throws: TransportError.untrusted(host: "localhost", reason: reason)) {
          try await transport.send(.call(port, host: "localhost", scheme: .https))
        }
        #expect(server.requests == [])
      }
    }
  }

  @Test func `a server is not trusted under another name`() async throws {
    try await run { server, port in
      try await LiveTransport.with(trustRoots: Self.certificate) { transport in
        let host = "127.0.0.1"
        await #expect(throws: TransportError.untrusted(host: host, reason: "its certificate is for another name")) {
          try await transport.send(.call(port, host: host, scheme: .https))
        }
        #expect(server.requests == [])
      }
    }
  }

  @Test func `a server that speaks plain HTTP is not trusted`() async throws {
    try await LoopbackServer.run(.silence, greeting: "HTTP/1.1 400 Bad Request\r\n\r\n") { server, port in
      try await LiveTransport.with { transport in
        let error = TransportError.untrusted(host: "127.0.0.1", reason: "it does not speak TLS on this port")
        await #expect(throws: error) { try await transport.send(.call(port, scheme: .https)) }
        #expect(server.requests == [])
      }
    }
  }

  @Test(arguments: [
    (
      "none.pem",
      "The CA bundle none.pem does not exist. Check --ca-bundle, AWS_CA_BUNDLE, or ca_bundle in the profile."
    ),
    ("/", "The CA bundle / cannot be read: it is a directory. Make it readable, or name another with --ca-bundle."),
    ("/dev/null", "The CA bundle /dev/null holds no certificate in PEM form. Name another file with --ca-bundle."),
    (key, "The CA bundle \(key) holds no certificate in PEM form. Name another file with --ca-bundle."),
  ])
  func `a bundle that cannot be used is refused with a sentence`(path: String, sentence: String) {
    let error = #expect(throws: TrustRootsError.self) { try LiveTransport(trustRoots: path) }
    #expect(error.map { "\($0)" } == sentence)
  }
}
