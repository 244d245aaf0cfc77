public import AWSClientCore
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// Sends requests over the network: HTTP/1.1 with connections kept alive, over TLS where the endpoint says so.
///
/// It follows no redirect and sends nothing twice. A request that fails with
/// ``AWSClientCore/TransportError/isCertainlyUnsent`` never reached the service; of any other that is not known.
/// ``shutdown()`` has to be called before the last reference goes.
public final class LiveTransport: HTTPTransport {
  /// More than any answer of the services called; a body without an end must not fill the memory.
  static let largestBody = 64 << 20

  private let client: HTTPClient
  private let connectTimeout: Duration
  private let answerTimeout: Duration

  /// Makes a transport.
  ///
  /// - Parameters:
  ///   - connectTimeout: How long the connection, TLS included, may take.
  ///   - answerTimeout: How long a call may take in all, from the connection to the last byte of the answer.
  ///   - trustRoots: The path of a PEM file with the certificate authorities to trust in place of the system's.
  /// - Throws: ``TrustRootsError`` when that file cannot be used.
  public init(
    connectTimeout: Duration = .seconds(5),
    answerTimeout: Duration = .seconds(20),
    trustRoots: String? = nil
  ) throws(TrustRootsError) {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.httpVersion = .http1Only
    configuration.timeout.connect = TimeAmount(connectTimeout)
    // A connection that failed would be tried again until the time is up; the retry rules are the caller's.
    configuration.connectionPool.retryConnectionEstablishment = false
    // Below what servers grant, so that a call seldom meets a connection that is just being closed.
    configuration.connectionPool.idleTimeout = .seconds(20)
    // A call that waits for one of few connections would look like one that cannot connect.
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
    if let trustRoots {
      configuration.tlsConfiguration = .makeClientConfiguration()
      configuration.tlsConfiguration?.trustRoots = try TrustRoots.load(trustRoots)
    }
    client = HTTPClient(configuration: configuration)
    self.connectTimeout = connectTimeout
    self.answerTimeout = answerTimeout
  }

  /// Sends `request` once and reads the whole answer.
  ///
  /// Cancelling the task ends the request.
  ///
  /// - Throws: ``AWSClientCore/TransportError`` when no whole answer arrived in time.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let host = request.endpoint.host
    let exchange = await withTaskGroup(of: Result<HTTPResponse, TransportError>.self) { group in
      group.addTask { await self.exchange(request) }
      group.addTask { await self.timeLimit(host) }
      defer { group.cancelAll() }
      return await group.next() ?? .failure(.cancelled(host: host))
    }
    return try exchange.get()
  }

  /// Closes all connections; calls under way fail.
  public func shutdown() async {
    do {
      try await client.shutdown()
    } catch {
      // It fails only for calls cut short, which their own callers hear about, and when it was shut down before.
    }
  }

  private func exchange(_ request: HTTPRequest) async -> Result<HTTPResponse, TransportError> {
    do {
      let response = try await client.execute(HTTPClientRequest(request), deadline: .distantFuture)
      let body = try await response.body.collect(upTo: Self.largestBody)
      // A body that is read by a cancelled task ends early and without an error.
      try Task.checkCancellation()
      return .success(
        HTTPResponse(
          status: Int(response.status.code),
          headers: AWSClientCore.HTTPHeaders(response.headers.map { .init(name: $0.name, value: $0.value) }),
          body: Array(body.readableBytesView)
        )
      )
    } catch {
      return .failure(TransportError(error, host: request.endpoint.host, connectTimeout: connectTimeout))
    }
  }

  private func timeLimit(_ host: String) async -> Result<HTTPResponse, TransportError> {
    do {
      try await Task.sleep(for: answerTimeout)
      return .failure(.answerTimedOut(host: host, seconds: answerTimeout / .seconds(1)))
    } catch {
      return .failure(.cancelled(host: host))
    }
  }
}

extension HTTPClientRequest {
  fileprivate init(_ request: HTTPRequest) {
    self.init(url: request.url)
    method = HTTPMethod(rawValue: request.method)
    for field in request.headers.fields { headers.add(name: field.name, value: field.value) }
    // The signature covers this very text.
    if !headers.contains(name: "Host") { headers.add(name: "Host", value: request.endpoint.authority) }
    body = .bytes(request.body)
  }
}
