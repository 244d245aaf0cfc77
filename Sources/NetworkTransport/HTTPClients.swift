import AWSClientCore
import AsyncHTTPClient
import PlainText
import Synchronization

/// The HTTP clients of a transport: a proxy, and what a certificate is checked for, are settings of a whole client.
final class HTTPClients: Sendable {
  /// What some calls have in common, so that they share a client.
  private struct Route: Hashable {
    let proxy: AWSClientCore.Proxy?
    /// What a certificate has to be for; `nil` where there is none.
    let identity: IdentityVerification?
  }

  private let configuration: HTTPClient.Configuration
  /// `nil` once they are shut down.
  private let clients = Mutex<[Route: HTTPClient]?>([:])

  init(_ configuration: HTTPClient.Configuration) {
    self.configuration = configuration
  }

  /// The client for calls to `endpoint` through `proxy`; `nil` after ``shutdown()``.
  func client(for endpoint: Endpoint, through proxy: AWSClientCore.Proxy?) -> HTTPClient? {
    let identity = endpoint.scheme == .https ? IdentityVerification(host: endpoint.host) : nil
    let route = Route(proxy: proxy, identity: identity)
    return clients.withLock { clients in
      if let client = clients?[route] { return client }
      guard clients != nil else { return nil }
      var configuration = proxy.map(configuration.through) ?? configuration
      if let identity { configuration = identity.configuration(configuration) }
      let client = HTTPClient(configuration: configuration)
      clients?[route] = client
      return client
    }
  }

  /// Closes all connections; calls under way fail.
  func shutdown() async {
    let open = clients.withLock { clients in
      defer { clients = nil }
      return clients ?? [:]
    }
    for client in open.values {
      do {
        try await client.shutdown()
      } catch {
        // It fails only for calls cut short, which their own callers hear about.
      }
    }
  }
}

extension HTTPClient.Configuration {
  fileprivate func through(_ proxy: AWSClientCore.Proxy) -> Self {
    var configuration = self
    configuration.proxy = .server(
      host: proxy.host,
      port: proxy.port,
      authorization: proxy.basicCredentials.map { .basic(credentials: $0.exposed) }
    )
    return configuration
  }
}
