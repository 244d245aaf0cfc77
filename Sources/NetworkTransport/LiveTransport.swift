public import AWSClientCore
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// Sends requests over the network: HTTP/1.1 with connections kept alive, over TLS 1.2 or later where the endpoint says
/// so, and through a proxy where the settings do.
///
/// It follows no redirect and sends nothing twice. A request that fails with
/// `TransportError/isCertainlyUnsent` never reached the service; of any other that is not known.
/// ``shutdown()`` has to be called before the last reference goes.
public final class LiveTransport: HTTPTransport {
  /// More than any response of the services called; a body without an end must not fill the memory.
  static let largestBody = 64 << 20

  private let clients: HTTPClients
  private let proxies: ProxySettings
  private let connectTimeout: Duration
  private let answerTimeout: Duration

  /// Makes a transport.
  ///
  /// - Parameters:
  ///   - connectTimeout: How long the connection, TLS included, may take.
  ///   - answerTimeout: How long a call may take in all, from the connection to the last byte of the response.
  ///   - trustRoots: The path of a PEM file with the certificate authorities to trust in place of the system's.
  ///   - proxies: Which calls go through a proxy.
  /// - Throws: ``TrustRootsError`` when that file cannot be used.
  public init(
    connectTimeout: Duration = .seconds(5),
    answerTimeout: Duration = .seconds(20),
    trustRoots: String? = nil,
    proxies: ProxySettings = ProxySettings()
  ) throws(TrustRootsError) {
    clients = HTTPClients(try Self.configuration(connectTimeout, trustRoots))
    self.proxies = proxies
    self.connectTimeout = connectTimeout
    self.answerTimeout = answerTimeout
  }

  private static func configuration(
    _ connectTimeout: Duration,
    _ trustRoots: String?
  ) throws(TrustRootsError) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.httpVersion = .http1Only
    configuration.timeout.connect = TimeAmount(connectTimeout)
    // A connection that failed would be tried again until the time is up; the retry rules are the caller's.
    configuration.connectionPool.retryConnectionEstablishment = false
    // Below what servers grant, so that a call seldom meets a connection that is just being closed.
    configuration.connectionPool.idleTimeout = .seconds(20)
    // A call that waits for one of few connections would look like one that cannot connect.
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    if let trustRoots { tls.trustRoots = try TrustRoots.load(trustRoots) }
    configuration.tlsConfiguration = tls
    return configuration
  }

  /// Sends `request` once and reads the whole response.
  ///
  /// Cancelling the task ends the request. The request's own time limit has precedence over the transport's.
  ///
  /// - Throws: `TransportError` when no whole response arrived in time.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let proxy: AWSClientCore.Proxy?
    do throws(ProxyError) {
      proxy = try proxies.proxy(for: request.endpoint)
    } catch {
      throw .cannotConnect(host: request.endpoint.host, reason: error.clause)
    }
    return try await send(request, through: proxy)
  }

  /// The same, past any proxy, for services that are on this machine or on its link.
  public var direct: any HTTPTransport { DirectTransport(transport: self) }

  fileprivate func send(
    _ request: HTTPRequest,
    through proxy: AWSClientCore.Proxy?
  ) async throws(TransportError) -> HTTPResponse {
    let route = FailedRoute(host: request.endpoint.host, proxy: proxy, connectTimeout: connectTimeout)
    let limit = request.timeLimit ?? answerTimeout
    do {
      guard let client = clients.client(for: request.endpoint, through: proxy) else {
        throw HTTPClientError.alreadyShutdown
      }
      return try await exchange(request, over: client, within: TimeAmount(limit))
    } catch is ResponseTimeout {
      throw .responseTimedOut(host: request.endpoint.host, seconds: limit / .seconds(1))
    } catch {
      throw route.failure(error)
    }
  }

  /// Closes all connections; calls under way fail.
  public func shutdown() async {
    await clients.shutdown()
  }

  /// Sends `request` once and reads the whole response.
  ///
  /// The response is put together on the event loop that it arrives on, which also watches the time: each piece that is
  /// handed to another thread, and each task that waits beside the call, costs more than the piece itself.
  private func exchange(
    _ request: HTTPRequest,
    over client: HTTPClient,
    within limit: TimeAmount
  ) async throws -> HTTPResponse {
    // A call that was given up already is not begun.
    try Task.checkCancellation()
    let request = try HTTPClient.Request(request)
    let response = ResponseAccumulator(request: request, maxBodySize: Self.largestBody)
    let call = client.execute(request: request, delegate: response)
    let timer = call.eventLoop.scheduleTask(in: limit) { call.fail(reason: ResponseTimeout()) }
    call.futureResult.whenComplete { _ in timer.cancel() }
    return try await withTaskCancellationHandler {
      HTTPResponse(try await call.get())
    } onCancel: {
      call.cancel()
    }
  }
}

/// What a call ends with whose time is up.
private struct ResponseTimeout: Error {}

/// A transport's own connections, none of them through a proxy.
private struct DirectTransport: HTTPTransport {
  let transport: LiveTransport

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    try await transport.send(request, through: nil)
  }
}

extension ProxyError {
  /// What is wrong, as a clause.
  fileprivate var clause: String { String(description.prefix { $0 != "." }) }
}

extension HTTPClient.Request {
  fileprivate init(_ request: HTTPRequest) throws {
    var headers = NIOHTTP1.HTTPHeaders(request.headers.fields.map { ($0.name, $0.value) })
    // The signature covers this very text.
    if !headers.contains(name: "Host") { headers.add(name: "Host", value: request.endpoint.authority) }
    try self.init(
      url: request.url,
      method: HTTPMethod(rawValue: request.method),
      headers: headers,
      body: request.body.isEmpty ? nil : .bytes(request.body)
    )
  }
}

extension HTTPResponse {
  fileprivate init(_ response: HTTPClient.Response) {
    self.init(
      status: Int(response.status.code),
      headers: AWSClientCore.HTTPHeaders(response.headers.map { .init(name: $0.name, value: $0.value) }),
      body: response.body.map { Array($0.readableBytesView) } ?? []
    )
  }
}
