import AWSClientCore
import NIOSSL
import NetworkTransport
import Testing

/// Whose certificate is taken for whose, over real TLS: the endpoint's own name or address decides, and nothing else.
@Suite(.timeLimit(.minutes(5))) struct CertificateTableTests {
  /// One call: where it goes, by which way, and what the other side shows.
  struct Case: Sendable, CustomTestStringConvertible {
    let host: String
    var isProxied = true
    let certificate: String
    var authority = "authority"
    let isAccepted: Bool

    var testDescription: String {
      "\(host), \(isProxied ? "proxied" : "direct"), \(certificate): \(isAccepted ? "accepted" : "refused")"
    }
  }

  private static let name = "appstream.private.example"

  static let direct = [
    Case(host: "127.0.0.1", isProxied: false, certificate: "loopback", isAccepted: true),
    Case(host: "127.0.0.1", isProxied: false, certificate: "address", isAccepted: false),
    Case(host: "127.0.0.1", isProxied: false, certificate: "service", isAccepted: false),
    Case(host: "::1", isProxied: false, certificate: "loopback", isAccepted: true),
    Case(host: "::1", isProxied: false, certificate: "address-v6", isAccepted: false),
    // It is the address that the name leads to, which whoever answers for the name has chosen.
    Case(host: "localhost", isProxied: false, certificate: "loopback", isAccepted: false),
  ]

  static let proxied = [
    Case(host: name, certificate: "service", isAccepted: true),
    Case(host: name, certificate: "address", isAccepted: false),
    // It is the proxy's address.
    Case(host: name, certificate: "loopback", isAccepted: false),
    Case(host: "appstream.private.example.", certificate: "service", isAccepted: true),
    Case(host: "other.private.example", certificate: "service", isAccepted: false),
    Case(host: name, certificate: "common-name", isAccepted: false),
    Case(host: name, certificate: "service", authority: "other-authority", isAccepted: false),
    Case(host: name, certificate: "wildcard", isAccepted: true),
    Case(host: "a.b.private.example", certificate: "wildcard", isAccepted: false),
    Case(host: "private.example", certificate: "wildcard", isAccepted: false),
    Case(host: "under_score.private.example", certificate: "service", isAccepted: false),
    Case(host: "192.0.2.7", certificate: "address", isAccepted: true),
    Case(host: "192.0.2.7", certificate: "loopback", isAccepted: false),
    Case(host: "192.0.2.7", certificate: "service", isAccepted: false),
    Case(host: "192.0.2.7", certificate: "address-v6", isAccepted: false),
    Case(host: "192.0.2.7", certificate: "named-like-an-address", isAccepted: false),
    Case(host: "192.0.2.7", certificate: "address", authority: "other-authority", isAccepted: false),
    Case(host: "192.0.2.8", certificate: "address", isAccepted: false),
    Case(host: "2001:db8::7", certificate: "address-v6", isAccepted: true),
    Case(host: "2001:0db8:0:0::0007", certificate: "address-v6", isAccepted: true),
    Case(host: "2001:db8::7", certificate: "loopback", isAccepted: false),
    Case(host: "2001:db8::7", certificate: "address", isAccepted: false),
    Case(host: "2001:db8::8", certificate: "address-v6", isAccepted: false),
  ]

  @Test(arguments: direct + proxied)
  func `a certificate is taken only for its own name or address`(row: Case) async throws {
    try await withService(row.certificate, on: row.host == "::1" ? "::1" : "127.0.0.1") { service, port in
      try await ConnectProxy.run(.connects(toPort: port)) { proxy, proxyPort in
        try await LiveTransport.with(
          trustRoots: Self.path(row.authority),
          proxies: row.isProxied ? Self.proxies(proxyPort) : ProxySettings()
        ) { transport in
          let request = HTTPRequest.call(row.isProxied ? 443 : port, host: row.host, scheme: .https)
          #expect(await isAccepted(request, transport) == row.isAccepted)
          #expect(await isAccepted(request, transport) == row.isAccepted)
        }
        #expect(service.requests.count == (row.isAccepted ? 2 : 0))
        #expect(proxy.requests.isEmpty == !row.isProxied)
      }
    }
  }

  @Test func `each of two addresses behind one proxy is checked for itself`() async throws {
    try await withService("address", on: "127.0.0.1") { service, port in
      try await ConnectProxy.run(.connects(toPort: port)) { _, proxyPort in
        try await LiveTransport.with(
          trustRoots: Self.path("authority"),
          proxies: Self.proxies(proxyPort)
        ) { transport in
          for (host, isRight) in [("192.0.2.7", true), ("192.0.2.8", false), (Self.name, false), ("192.0.2.7", true)] {
            #expect(await isAccepted(.call(443, host: host, scheme: .https), transport) == isRight, "\(host)")
          }
        }
        #expect(service.requests.count == 2)
      }
    }
  }

  @Test func `a refusal names the proxy and says that nothing was sent`() async throws {
    try await withService("loopback", on: "127.0.0.1") { service, port in
      try await ConnectProxy.run(.connects(toPort: port)) { _, proxyPort in
        try await LiveTransport.with(
          trustRoots: Self.path("authority"),
          proxies: Self.proxies(proxyPort)
        ) { transport in
          let host = "192.0.2.7 through the proxy 127.0.0.1:\(proxyPort)"
          let error = TransportError.untrusted(host: host, reason: "its certificate is for another name")
          await #expect(throws: error) {
            try await transport.send(.call(443, host: "192.0.2.7", scheme: .https))
          }
          #expect(error.isCertainlyUnsent)
        }
        await service.wait(for: .disconnected)
      }
    }
  }

  private func withService(
    _ certificate: String,
    on host: String,
    _ body: (LoopbackServer, Int) async throws -> Void
  ) async throws {
    let configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(Self.path(certificate)).map { .certificate($0) },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: Self.path("\(certificate)-key"), format: .pem))
    )
    try await LoopbackServer.run(.answer("{}"), tls: NIOSSLContext(configuration: configuration), host: host, body)
  }

  private func isAccepted(_ request: HTTPRequest, _ transport: LiveTransport) async -> Bool {
    do throws(TransportError) {
      return try await transport.send(request).status == 200
    } catch {
      guard case .untrusted = error else {
        Issue.record("not a refusal of trust: \(error)")
        return false
      }
      return false
    }
  }

  private static func path(_ name: String) -> String {
    "\(#filePath)".replacing("CertificateTableTests.swift", with: "Certificates/\(name).pem")
  }

  private static func proxies(_ port: Int) -> ProxySettings {
    ProxySettings(environment: ProcessEnvironment(variables: ["HTTPS_PROXY": "http://127.0.0.1:\(port)"]))
  }
}
