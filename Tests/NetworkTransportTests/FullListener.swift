import Glibc

/// A port that accepts no connection: its queue is full, so the system leaves further ones unanswered.
struct FullListener {
  /// Why the port could not be set up.
  struct Failure: Error {
    let call: String
    let number: Int32
  }

  let port: Int
  private let descriptors: [Int32]

  init() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && listen(listener, 0) == 0 && getsockname(listener, pointer, &length) == 0
      }
    }
    guard isBound else { throw Failure(call: "bind", number: errno) }
    port = Int(UInt16(bigEndian: address.sin_port))
    // A queue of length 0 holds one connection on Linux; the others wait, which a socket that does not block allows.
    descriptors =
      [listener]
      + (0..<3).map { _ in
        let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        _ = withUnsafePointer(to: &address) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(client, $0, length) }
        }
        return client
      }
  }

  func close() {
    for descriptor in descriptors { Glibc.close(descriptor) }
  }
}
