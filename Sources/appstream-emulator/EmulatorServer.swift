import AppStreamEmulator
import Glibc
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// The service on a loopback port.
struct EmulatorServer: Sendable {
  let service: EmulatedService
  let keeper: StateKeeper?
  let port: Int

  /// The most that a request's body may have; AWS's JSON services take no more either.
  private static let bodyLimit = 1_048_576

  /// Listens until SIGINT or SIGTERM comes.
  ///
  /// - Throws: ``UsageError`` where the port cannot be had.
  func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await listen() }
      if let keeper { group.addTask { await keeper.saveNowAndThen() } }
      group.addTask {
        guard await TerminationSignal.arrived() else { return }
        keeper?.saveOrTell()
        // Clients may keep their connections for as long as they like, and hanging answers hang on: nobody waits.
        TerminationSignal.endProcess()
      }
      for try await _ in group {}
    }
  }

  private func listen() async throws {
    let server = Server(
      childChannelSetup: HTTP1Channel { request, writer, _ in try await answer(request, writer) },
      configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { channel in
        guard let port = channel.localAddress?.port else { return }
        StandardStream.write("listening on http://127.0.0.1:\(port)\n", to: .output)
      },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      logger: Logger(label: "appstream-emulator") { _ in SwiftLogNoOpLogHandler() }
    )
    do {
      try await server.run()
    } catch let error as IOError {
      throw UsageError(
        description: "Port \(port) on 127.0.0.1 cannot be listened on (\(String(cString: strerror(error.errnoCode)))). "
          + "Give --port another number, or 0 for any that is free."
      )
    }
  }

  /// Answers one request; throwing ends the connection, which is how an answer is dropped or cut.
  @concurrent
  private func answer(_ request: Request, _ writer: consuming ResponseWriter) async throws {
    let body = try await request.body.collect(upTo: Self.bodyLimit)
    let reply = service.reply(to: request.received(with: body))
    keeper?.saveSoon()
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
