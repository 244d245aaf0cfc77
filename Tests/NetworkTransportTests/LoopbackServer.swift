import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on a loopback port that reads requests and answers each with bytes that a test has prepared.
final class LoopbackServer: Sendable {
  /// What is done about one request.
  struct Reply: Sendable {
    /// What is sent, byte by byte.
    var bytes: String
    /// Whether the connection is closed afterwards; if not, it stays open and the next request is read.
    var closes = false

    /// Nothing is sent, and the connection stays open.
    static let silence = Reply(bytes: "")
    /// Nothing is sent, and the connection is closed.
    static let hangUp = Reply(bytes: "", closes: true)

    /// A whole response with its length.
    static func answer(_ body: String, status: String = "200 OK", headers: String = "") -> Reply {
      Reply(bytes: "HTTP/1.1 \(status)\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }
  }

  /// What happened on the server, in order.
  enum Event: Sendable, Equatable {
    /// A connection was accepted.
    case connected
    /// A whole request was read; this is its text.
    case requested(String)
    /// A connection ended.
    case disconnected
  }

  /// Events as they happen; for one reader.
  let events: AsyncStream<Event>
  private let continuation: AsyncStream<Event>.Continuation
  private let state: Mutex<(replies: [Reply], history: [Event])>

  fileprivate let greeting: String

  private init(_ replies: [Reply], greeting: String) {
    self.greeting = greeting
    (events, continuation) = AsyncStream.makeStream()
    state = Mutex((replies, []))
  }

  /// Everything that happened so far.
  var history: [Event] { state.withLock(\.history) }

  /// The texts of all requests so far.
  var requests: [String] {
    history.compactMap { event in
      guard case .requested(let text) = event else { return nil }
      return text
    }
  }

  /// Runs a server while `body` runs.
  ///
  /// - Parameters:
  ///   - replies: What is done about each request, in order over all connections; the last one counts for all others.
  ///   - greeting: What is sent as soon as a connection is accepted.
  ///   - tls: The server's TLS settings; `nil` for plain HTTP.
  ///   - host: The loopback address.
  ///   - body: Is given the server and its port.
  static func run(
    _ replies: Reply...,
    greeting: String = "",
    tls: NIOSSLContext? = nil,
    host: String = "127.0.0.1",
    _ body: (LoopbackServer, Int) async throws -> Void
  ) async throws {
    let server = LoopbackServer(replies, greeting: greeting)
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
          try channel.pipeline.syncOperations.addHandler(RequestHandler(server))
        }
      }
      .bind(host: host, port: 0).get()
    do {
      try await body(server, channel.localAddress?.port ?? 0)
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
  }

  /// Waits until the next whole request has been read.
  func waitForRequest() async {
    for await case .requested in events { return }
  }

  /// Waits until `event` happens.
  func wait(for event: Event) async {
    for await next in events where next == event { return }
  }

  fileprivate func record(_ event: Event) {
    state.withLock { $0.history.append(event) }
    continuation.yield(event)
  }

  fileprivate func nextReply() -> Reply {
    state.withLock { $0.replies.count > 1 ? $0.replies.removeFirst() : $0.replies[0] }
  }
}

/// Cuts what arrives into requests, by `Content-Length`.
private final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let server: LoopbackServer
  private var received = ""

  init(_ server: LoopbackServer) {
    self.server = server
  }

  func channelActive(context: ChannelHandlerContext) {
    server.record(.connected)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: server.greeting)), promise: nil)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    server.record(.disconnected)
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += String(buffer: unwrapInboundIn(data))
    while let request = takeRequest() {
      server.record(.requested(request))
      let reply = server.nextReply()
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: reply.bytes)), promise: nil)
      if reply.closes { context.close(promise: nil) }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func takeRequest() -> String? {
    guard let head = received.firstRange(of: "\r\n\r\n") else { return nil }
    let fields = received[..<head.lowerBound].lowercased().split(separator: "\r\n")
    let length = fields.compactMap { $0.hasPrefix("content-length:") ? Int($0.dropFirst(15).drop { $0 == " " }) : nil }
    let body = received[head.upperBound...].utf8
    guard body.count >= length.first ?? 0 else { return nil }
    let end = body.index(body.startIndex, offsetBy: length.first ?? 0)
    defer { received = String(received[end...]) }
    return String(received[..<end])
  }
}
