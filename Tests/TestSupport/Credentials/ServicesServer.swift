package import AWSClientCore
import NIOCore
import NIOHTTP1
import NIOPosix

/// Pretended services on a loopback port.
package enum ServicesServer {
  /// Runs a server of `services` while `body` runs, which is given its port.
  package static func run(_ services: CredentialServices, _ body: (Int) async throws -> Void) async throws {
    try await run(answering: services.answer, body)
  }

  /// Runs a server that gives these answers while `body` runs, which is given its port.
  package static func run(
    answering answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse,
    _ body: (Int) async throws -> Void
  ) async throws {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(AnswerHandler(answer))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    do {
      try await body(channel.localAddress?.port ?? 0)
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
  }
}

/// Collects one request, has it answered, and writes the answer.
private final class AnswerHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let answer: @Sendable (HTTPRequest) -> HTTPResponse
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []

  init(_ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse) {
    self.answer = answer
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body = []
    case .body(let part):
      body += Array(part.readableBytesView)
    case .end:
      guard let head, let request = Self.request(head, body) else { return context.close(promise: nil) }
      Self.write(answer(request), context)
    }
  }

  private static func request(_ head: HTTPRequestHead, _ body: [UInt8]) -> HTTPRequest? {
    guard let host = head.headers.first(name: "Host"), let endpoint = try? Endpoint(url: "http://\(host)") else {
      return nil
    }
    let parts = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return HTTPRequest(
      method: head.method.rawValue,
      endpoint: endpoint,
      path: String(parts[0]),
      query: parts.count > 1 ? String(parts[1]) : "",
      headers: AWSClientCore.HTTPHeaders(head.headers.map { .init(name: $0.name, value: $0.value) }),
      body: body
    )
  }

  private static func write(_ response: HTTPResponse, _ context: ChannelHandlerContext) {
    var headers = NIOHTTP1.HTTPHeaders(response.headers.fields.map { ($0.name, $0.value) })
    headers.replaceOrAdd(name: "Content-Length", value: "\(response.body.count)")
    let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: response.status), headers: headers)
    context.channel.write(HTTPServerResponsePart.head(head), promise: nil)
    context.channel.write(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: response.body))), promise: nil)
    context.channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
  }
}
