import Dispatch
import Glibc
import Synchronization
import TerminalTesting

/// A link between a client and a server on this machine that passes bytes on, until it stops doing so without a word:
/// both ends stay connected, as behind a router that lost its power.
final class StallingLink: Sendable {
  /// Where the client connects to.
  let port: UInt16
  private let listener: CInt
  private let server: UInt16
  private let state = Mutex(State())

  private struct State {
    var isStalled = false
    var isOver = false
  }

  /// A link for one connection to what listens on `server`.
  init(to server: UInt16) throws {
    listener = LoopbackPort.listen(on: 0)
    guard let port = LoopbackPort.port(of: listener) else { throw TestingError("no port for a link: errno \(errno)") }
    self.port = port
    self.server = server
    DispatchQueue(label: "link").async { self.carry() }
  }

  /// Passes nothing on from here on, or goes on with all that has waited.
  func stall(_ isStalled: Bool) {
    state.withLock { $0.isStalled = isStalled }
  }

  /// Ends both connections, for the sake of the machine that runs the tests.
  func end() {
    state.withLock { $0.isOver = true }
  }

  private func carry() {
    let client = accept(listener, nil, nil)
    close(listener)
    guard client >= 0, let server = LoopbackPort.connect(to: server) else { return }
    var isOpen = true
    while isOpen {
      let (isStalled, isOver) = state.withLock { ($0.isStalled, $0.isOver) }
      if isOver { break }
      var sources = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard !isStalled else {
        poll(nil, 0, 20)
        continue
      }
      guard poll(&sources, 2, 20) > 0 else { continue }
      if sources[0].revents != 0 { isOpen = pass(client, server) }
      if isOpen, sources[1].revents != 0 { isOpen = pass(server, client) }
    }
    close(client)
    close(server)
  }

  /// Passes on what one read gives; `false` when there will be no more.
  private func pass(_ source: CInt, _ target: CInt) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(source, &bytes, bytes.count)
    guard count > 0 else { return false }
    var rest = bytes[..<count]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { send(target, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL)) }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
