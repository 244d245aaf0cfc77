import AWSClientCore
import AppStreamEmulator
import NetworkTransport

@testable import appstream_emulator

/// The emulator's own server on a loopback port, and the console's own transport to it.
///
/// It is no process of its own as other tests' emulators are, because a test decides on every reply.
struct Loopback: Sendable {
  let endpoint: Endpoint
  let transport: LiveTransport

  /// Serves what `reply` says for as long as `body` runs.
  static func serving<Result: Sendable>(
    _ reply: @escaping @Sendable (HTTPRequest) -> EmulatedReply,
    to body: (Loopback) async throws -> Result
  ) async throws -> Result {
    let (ports, ready) = AsyncStream.makeStream(of: Int.self)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        // Also when it cannot listen, so that nobody waits for a port that never comes.
        defer { ready.finish() }
        try await LoopbackServer(port: 0, reply: reply).listen { ready.yield($0) }
      }
      var iterator = ports.makeAsyncIterator()
      guard let port = await iterator.next() else { throw NoPort() }
      let transport = try LiveTransport()
      let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: port)
      do {
        let result = try await body(Loopback(endpoint: endpoint, transport: transport))
        await transport.shutdown()
        return result
      } catch {
        await transport.shutdown()
        throw error
      }
    }
  }

  private struct NoPort: Error {}
}
