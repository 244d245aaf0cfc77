import AWSClientCore
import AsyncHTTPClient
import NIOCore
import NIOPosix
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

  /// The clients that calls have asked for so far.
  private struct Open {
    /// One event loop for all of them: few calls are under way at once, and a call whose connection is served by
    /// another loop than its own goes to and fro between the two.
    let eventLoops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    var clients: [Route: HTTPClient] = [:]
  }

  private enum State {
    case unused
    case open(Open)
    case shutDown
  }

  private let configuration: HTTPClient.Configuration
  private let state = Mutex(State.unused)

  init(_ configuration: HTTPClient.Configuration) {
    self.configuration = configuration
  }

  /// The client for calls to `endpoint` through `proxy`; `nil` after ``shutdown()``.
  func client(for endpoint: Endpoint, through proxy: AWSClientCore.Proxy?) -> HTTPClient? {
    let identity = endpoint.scheme == .https ? IdentityVerification(host: endpoint.host) : nil
    let route = Route(proxy: proxy, identity: identity)
    return state.withLock { state in
      var open: Open
      switch state {
      case .unused: open = Open()
      case .open(let already): open = already
      case .shutDown: return nil
      }
      if let client = open.clients[route] { return client }
      var configuration = proxy.map(configuration.through) ?? configuration
      if let identity { configuration = identity.configuration(configuration) }
      let client = HTTPClient(eventLoopGroup: open.eventLoops, configuration: configuration)
      open.clients[route] = client
      state = .open(open)
      return client
    }
  }

  /// Closes all connections; calls under way fail.
  func shutdown() async {
    let last = state.withLock { state in
      defer { state = .shutDown }
      return state
    }
    guard case .open(let open) = last else { return }
    for client in open.clients.values {
      do {
        try await client.shutdown()
      } catch {
        // It fails only for calls cut short, which their own callers hear about.
      }
    }
    do {
      try await open.eventLoops.shutdownGracefully()
    } catch {
      // It is shut down once.
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
