import NIOCore
import NIOPosix
import Synchronization

/// An HTTP proxy on a loopback port that knows one service, whatever it is called, and may want a password.
final class ConnectProxy: Sendable {
  /// What the proxy does about a request to connect.
  enum Behaviour: Sendable, Equatable {
    /// Connects to this port of this machine, for those that have these Basic credentials, if any are wanted.
    case connects(toPort: Int, credentials: String? = nil)
    /// Answers with these bytes and closes the connection.
    case answers(String)
    /// Says nothing.
    case silent
  }

  fileprivate let behaviour: Behaviour
  private let heads = Mutex<[String]>([])

  private init(_ behaviour: Behaviour) {
    self.behaviour = behaviour
  }

  /// The requests to connect so far, each with its header fields.
  var requests: [String] { heads.withLock { $0 } }

  /// Runs a proxy while `body` runs.
  static func run(_ behaviour: Behaviour, _ body: (ConnectProxy, Int) async throws -> Void) async throws {
    let proxy = ConnectProxy(behaviour)
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ConnectHandler(proxy))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    do {
      try await body(proxy, channel.localAddress?.port ?? 0)
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
  }

  fileprivate func record(_ head: String) {
    heads.withLock { $0.append(head) }
  }
}

/// Reads the head of one request, and then passes bytes on.
private final class ConnectHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let proxy: ConnectProxy
  private var head = ""
  private var service: (any Channel)?

  init(_ proxy: ConnectProxy) {
    self.proxy = proxy
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    if let service {
      service.writeAndFlush(bytes, promise: nil)
      return
    }
    head += String(buffer: bytes)
    guard head.hasSuffix("\r\n\r\n") else { return }
    proxy.record(head)
    switch proxy.behaviour {
    case .silent: break
    case .answers(let text): answer(text, in: context, closes: true)
    case .connects(let port, let credentials):
      guard credentials.map({ head.contains("proxy-authorization: Basic \($0)\r\n") }) ?? true else {
        let text =
          "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n"
        answer(text, in: context, closes: true)
        return
      }
      connect(to: port, context)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    service?.close(promise: nil)
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func answer(_ text: String, in context: ChannelHandlerContext, closes: Bool) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    if closes { context.close(promise: nil) }
  }

  private func connect(to port: Int, _ context: ChannelHandlerContext) {
    let client = context.channel
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    ClientBootstrap(group: context.eventLoop)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ReturnHandler(client))
        }
      }
      .connect(host: "127.0.0.1", port: port)
      .assumeIsolated()
      .whenSuccess { channel in
        let (handler, context) = bound.value
        handler.service = channel
        handler.answer("HTTP/1.1 200 Connection established\r\n\r\n", in: context, closes: false)
      }
  }
}

/// Passes what a service sends back to the client.
private final class ReturnHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let client: any Channel

  init(_ client: any Channel) {
    self.client = client
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    client.writeAndFlush(unwrapInboundIn(data), promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    client.close(promise: nil)
    context.fireChannelInactive()
  }
}
