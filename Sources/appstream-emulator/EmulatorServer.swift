import AppStreamEmulator
import Glibc
import NIOCore

/// The service on a loopback port, for as long as the program runs.
struct EmulatorServer: Sendable {
  let service: EmulatedService
  let keeper: StateKeeper?
  let port: Int

  /// Listens until SIGINT or SIGTERM comes.
  ///
  /// - Throws: ``UsageError`` where the port cannot be had.
  func run() async throws {
    // Before anybody can know that it listens, and tell it to end.
    let termination = await TerminationSignal()
    defer { termination.cancel() }
    let arrivals = termination.arrivals
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await listen() }
      if let keeper { group.addTask { await keeper.saveNowAndThen() } }
      group.addTask {
        guard await arrivals.first(where: { _ in true }) != nil else { return }
        keeper?.saveOrTell()
        // Clients may keep their connections for as long as they like, and hanging answers hang on: nobody waits.
        TerminationSignal.endProcess()
      }
      for try await _ in group {}
    }
  }

  private func listen() async throws {
    let server = LoopbackServer(port: port) { request in
      let reply = service.reply(to: request)
      keeper?.saveSoon()
      return reply
    }
    do {
      try await server.listen { StandardStream.write("listening on http://127.0.0.1:\($0)\n", to: .output) }
    } catch let error as IOError {
      throw UsageError(
        description: "Port \(port) on 127.0.0.1 cannot be listened on (\(String(cString: strerror(error.errnoCode)))). "
          + "Give --port another number, or 0 for any that is free."
      )
    }
  }
}
