import AWSClientCore
import NetworkTransport

extension LiveTransport {
  /// Runs `body` with a transport that is shut down afterwards.
  static func with(
    connectTimeout: Duration = .seconds(5),
    answerTimeout: Duration = .seconds(20),
    trustRoots: String? = nil,
    proxies: ProxySettings = ProxySettings(),
    _ body: (LiveTransport) async throws -> Void
  ) async throws {
    let transport = try LiveTransport(
      connectTimeout: connectTimeout,
      answerTimeout: answerTimeout,
      trustRoots: trustRoots,
      proxies: proxies
    )
    do {
      try await body(transport)
    } catch {
      await transport.shutdown()
      throw error
    }
    await transport.shutdown()
  }
}

extension HTTPRequest {
  /// A JSON call to a port of this machine.
  static func call(_ port: Int, host: String = "127.0.0.1", scheme: Endpoint.Scheme = .http) -> HTTPRequest {
    HTTPRequest(
      endpoint: Endpoint(scheme: scheme, host: host, port: port),
      headers: ["Content-Type": "application/x-amz-json-1.1"],
      body: Array("{}".utf8)
    )
  }
}
