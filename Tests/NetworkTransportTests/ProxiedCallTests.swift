import AWSClientCore
import FoundationEssentials
import NIOSSL
import NetworkTransport
import Testing

/// Calls to a service whose name only the proxy can resolve, with a certificate of a private authority.
@Suite(.timeLimit(.minutes(5))) struct ProxiedCallTests {
  private static let host = "appstream.private.example"
  private static let password = "p@ss:w/rd hunter2"
  private static let credentials = Data("ana:\(password)".utf8).base64EncodedString()

  private static func certificate(_ name: String) -> String {
    "\(#filePath)".replacing("ProxiedCallTests.swift", with: "Certificates/\(name).pem")
  }

  private static var request: HTTPRequest {
    HTTPRequest(endpoint: Endpoint(scheme: .https, host: host), body: Array("{}".utf8))
  }

  private func withService(_ body: (LoopbackServer, Int) async throws -> Void) async throws {
    let chain = try NIOSSLCertificate.fromPEMFile(Self.certificate("service"))
    let key = try NIOSSLPrivateKey(file: Self.certificate("service-key"), format: .pem)
    let configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map(NIOSSLCertificateSource.certificate),
      privateKey: .privateKey(key)
    )
    try await LoopbackServer.run(.answer("{}"), tls: NIOSSLContext(configuration: configuration), body)
  }

  private func withTransport(
    _ proxyPort: Int,
    userInformation: String = "",
    exceptions: String = "",
    authority: String = "authority",
    connectTimeout: Duration = .seconds(5),
    _ body: (LiveTransport) async throws -> Void
  ) async throws {
    let variables = ["HTTPS_PROXY": "http://\(userInformation)127.0.0.1:\(proxyPort)", "NO_PROXY": exceptions]
    try await LiveTransport.with(
      connectTimeout: connectTimeout,
      trustRoots: Self.certificate(authority),
      proxies: ProxySettings(environment: ProcessEnvironment(variables: variables)),
      body
    )
  }

  private func failure(_ transport: LiveTransport, _ request: HTTPRequest = request) async -> TransportError? {
    do throws(TransportError) {
      _ = try await transport.send(request)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a call goes through a proxy with a password, and the service sees nothing of the password`() async throws
  {
    try await withService { service, port in
      try await ConnectProxy.run(.connects(toPort: port, credentials: Self.credentials)) { proxy, proxyPort in
        try await withTransport(proxyPort, userInformation: "ana:p%40ss:w%2Frd%20hunter2@") { transport in
          for _ in 1...2 {
            let response = try await transport.send(Self.request)
            #expect(response.status == 200)
          }
        }
        #expect(proxy.requests.count == 1)
        #expect(proxy.requests.first?.hasPrefix("CONNECT \(Self.host):443 HTTP/1.1\r\n") == true)
        #expect(service.requests.count == 2)
        #expect(service.requests.first?.contains("Host: \(Self.host)\r\n") == true)
        #expect(service.requests.allSatisfy { !$0.lowercased().contains("proxy-authorization") })
      }
    }
  }

  @Test(arguments: ["", "ana:wrong-hunter2@"])
  func `a proxy that does not accept the password is named without it`(userInformation: String) async throws {
    try await ConnectProxy.run(.connects(toPort: 1, credentials: Self.credentials)) { _, proxyPort in
      try await withTransport(proxyPort, userInformation: userInformation) { transport in
        let error = try #require(await failure(transport))
        #expect(
          "\(error)"
            == "The proxy 127.0.0.1:\(proxyPort) did not connect to \(Self.host): it does not accept the user name and "
            + "password that it was given. Check HTTPS_PROXY and NO_PROXY."
        )
        #expect(error.isCertainlyUnsent)
      }
    }
  }

  @Test func `a proxy that refuses is named`() async throws {
    try await ConnectProxy.run(.answers("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) { _, proxyPort in
      try await withTransport(proxyPort) { transport in
        let error = TransportError.proxyRefused(
          host: Self.host,
          proxy: "127.0.0.1:\(proxyPort)",
          reason: "it refused"
        )
        #expect(await failure(transport) == error)
      }
    }
  }

  @Test func `a service behind a proxy is not trusted when its authority is not in the bundle`() async throws {
    try await withService { service, port in
      try await ConnectProxy.run(.connects(toPort: port)) { _, proxyPort in
        try await withTransport(proxyPort, authority: "other-authority") { transport in
          let error = TransportError.untrusted(
            host: "\(Self.host) through the proxy 127.0.0.1:\(proxyPort)",
            reason: "its certificate is not signed by a trusted authority, or has expired"
          )
          #expect(await failure(transport) == error)
          #expect(service.requests == [])
        }
      }
    }
  }

  @Test func `what is on this machine or its link is reached past the proxy`() async throws {
    try await ConnectProxy.run(.connects(toPort: 1)) { proxy, proxyPort in
      try await withTransport(proxyPort) { transport in
        // A label this long is in no name server, so none is asked.
        let host = String(repeating: "a", count: 64) + ".invalid"
        let request = HTTPRequest(endpoint: Endpoint(scheme: .https, host: host))
        await #expect(throws: TransportError.cannotConnect(host: host, reason: "no such host")) {
          try await transport.direct.send(request)
        }
        #expect(proxy.requests == [])
      }
    }
  }

  @Test func `a proxy that cannot be used is named by the calls that would go through it`() async throws {
    let proxies = ProxySettings(environment: ProcessEnvironment(variables: ["HTTPS_PROXY": "https://p:1"]))
    try await LiveTransport.with(proxies: proxies) { transport in
      let reason = "HTTPS_PROXY asks for TLS to the proxy itself, which is not supported"
      #expect(await failure(transport) == .cannotConnect(host: Self.host, reason: reason))
    }
  }

  @Test func `a proxy that is not there is named`() async throws {
    let listener = try FullListener()
    listener.close()
    try await withTransport(listener.port) { transport in
      let error = TransportError.cannotConnect(
        host: "\(Self.host) through the proxy 127.0.0.1:\(listener.port)",
        reason: "connection refused"
      )
      #expect(await failure(transport) == error)
    }
  }

  @Test func `a proxy that does not answer is given up`() async throws {
    try await ConnectProxy.run(.silent) { _, proxyPort in
      try await withTransport(proxyPort, connectTimeout: .milliseconds(250)) { transport in
        let error = TransportError.connectTimedOut(
          host: "\(Self.host) through the proxy 127.0.0.1:\(proxyPort)",
          seconds: 0.25
        )
        #expect(await failure(transport) == error)
      }
    }
  }

  @Test func `hosts in NO_PROXY and this machine are reached directly`() async throws {
    // A label this long is in no name server, so none is asked.
    let unknown = String(repeating: "a", count: 64) + ".private.example"
    try await LoopbackServer.run(.answer("{}")) { _, port in
      try await ConnectProxy.run(.connects(toPort: port)) { proxy, proxyPort in
        try await withTransport(proxyPort, exceptions: "private.example") { transport in
          let request = HTTPRequest(endpoint: Endpoint(scheme: .https, host: unknown))
          #expect(await failure(transport, request) == .cannotConnect(host: unknown, reason: "no such host"))
          let response = try await transport.send(.call(port))
          #expect(response.status == 200)
        }
        #expect(proxy.requests == [])
      }
    }
  }
}
