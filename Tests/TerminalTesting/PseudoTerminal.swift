import Glibc
import Screen

/// The system's side of a terminal without a window.
enum PseudoTerminal {
  struct Pair {
    var master: CInt
    var replica: CInt
    /// The replica's path, by which a session's leader opens it.
    var name: String
  }

  static func open(size: Size) throws -> Pair {
    var pair = Pair(master: -1, replica: -1, name: "")
    var size = window(size)
    guard openpty(&pair.master, &pair.replica, nil, nil, &size) == 0 else {
      throw TestingError("openpty: \(systemMessage())")
    }
    // Not ttyname(3), whose buffer is everybody's: a program would open the terminal of another test.
    var name = [CChar](repeating: 0, count: 64)
    let failure = ttyname_r(pair.replica, &name, name.count)
    guard failure == 0 else { throw TestingError("ttyname_r: \(systemMessage(failure))") }
    pair.name = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for descriptor in [pair.master, pair.replica] {
      guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else { throw TestingError("fcntl: \(systemMessage())") }
    }
    return pair
  }

  static func window(_ size: Size) -> winsize {
    winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
  }

  /// What can be read from `descriptor` at once, or `nil` if there is nothing.
  static func read(_ descriptor: CInt, atMost limit: Int = 65536) -> [UInt8]? {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard limit > 0, poll(&request, 1, 0) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }
}
