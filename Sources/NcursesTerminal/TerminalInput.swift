import Glibc
package import Screen

/// What one look at the terminal's input found.
package enum Input: Sendable, Equatable {
  case keys([KeyPress])
  /// No key is complete yet.
  case nothing
  /// The terminal is gone: nothing will ever come again.
  case lost
}

/// Reads keys from a terminal in raw mode, and never waits for one.
///
/// It reads bytes, not ncurses' key codes: only so a paste, a key alone in its read, and a sequence ncurses does not
/// know
/// can be told apart.
struct TerminalInput: Sendable {
  private let descriptor: CInt
  private var decoder = KeyDecoder()

  init(descriptor: CInt) {
    self.descriptor = descriptor
  }

  var isWaiting: Bool { decoder.isWaiting }

  mutating func readKeys() -> Input {
    switch receive() {
    case .bytes(let bytes):
      let presses = decoder.decode(bytes)
      return presses.isEmpty ? .nothing : .keys(presses)
    case .nothing: return .nothing
    case .lost: return .lost
    }
  }

  mutating func timeout() -> [KeyPress] {
    decoder.timeout()
  }

  /// Throws away all that has been typed so far, a key half received included.
  ///
  /// The bytes are read and not flushed with tcflush: of a paste that is still coming in, a flush would take the mark
  /// that it begins with, and the rest would run as keys.
  mutating func discardTypedAhead() {
    for _ in 0..<Self.mostDiscardedReads {
      guard case .bytes(let bytes) = receive() else { break }
      _ = decoder.decode(bytes)
    }
    decoder.discard()
  }

  /// A terminal that sends without end must not hold the program up.
  private static let mostDiscardedReads = 1024
  private static let readSize = 4096

  private enum Received {
    case bytes([UInt8])
    case nothing
    case lost
  }

  private func receive() -> Received {
    // The descriptor is not made non-blocking: the shell shares it, and would have to live with that.
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 0) > 0 else { return .nothing }
    var bytes = [UInt8](repeating: 0, count: Self.readSize)
    let count = read(descriptor, &bytes, bytes.count)
    if count > 0 { return .bytes(Array(bytes.prefix(count))) }
    let isInterrupted = count < 0 && (errno == EINTR || errno == EAGAIN)
    return isInterrupted ? .nothing : .lost
  }
}
