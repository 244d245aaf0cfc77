import AWSClientCore
import AppStreamEmulator
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// An HTTP server on a loopback port whose responses may come late, be cut, or not come at all.
struct LoopbackServer: Sendable {
  /// The port to listen on; 0 takes any that is free.
  let port: Int
  /// Says what is sent back for a request, and how.
  let reply: @Sendable (AWSClientCore.HTTPRequest) -> EmulatedReply

  /// The most that a request's body may have; AWS's JSON services take no more either.
  private static let bodyLimit = 1_048_576

  /// Listens until its task is cancelled.
  ///
  /// - Parameter isReady: Called with the port, once connections are taken.
  /// - Throws: `IOError` where the port cannot be had.
  func listen(_ isReady: @escaping @Sendable (_ port: Int) -> Void) async throws {
    let server = Server(
      childChannelSetup: HTTP1Channel { request, writer, _ in try await answer(request, writer) },
      configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { channel in
        if let port = channel.localAddress?.port { isReady(port) }
      },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      logger: Logger(label: "appstream-emulator") { _ in SwiftLogNoOpLogHandler() }
    )
    try await server.run()
  }

  /// Answers one request; throwing ends the connection, which is how a response is dropped or cut.
  @concurrent
  private func answer(_ request: Request, _ writer: consuming ResponseWriter) async throws {
    let body = try await request.body.collect(upTo: Self.bodyLimit)
    let reply = reply(request.received(with: body))
    if reply.delay > .zero { try await ContinuousClock().sleep(for: reply.delay) }
    switch reply.ending {
    case .whole:
      try await writer.write(response: reply.response.head, body: ResponseBody(byteBuffer: reply.response.buffer()))
    case .cut(let count):
      var body: any ResponseBodyWriter = try await writer.writeHead(reply.response.head)
      try await body.write(reply.response.buffer(prefix: count))
      throw ConnectionEnded()
    case .dropped:
      throw ConnectionEnded()
    case .never:
      try await Self.untilCancelled()
    }
  }

  private static func untilCancelled() async throws {
    while true { try await ContinuousClock().sleep(for: .seconds(3600)) }
  }
}

/// Ends a connection without another word; nobody sees it.
private struct ConnectionEnded: Error {}
