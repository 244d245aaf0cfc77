import CNcurses
import Glibc
package import Screen

/// What one look at the terminal's input found.
package enum Input: Sendable, Equatable {
  /// In the order in which it came, so that a key pressed before a frame was seen goes before the word that it was.
  case news([TerminalNews])
  /// Nothing is complete yet.
  case nothing
  /// The terminal is gone: nothing will ever come again.
  case lost
}

/// Something that came from the terminal.
package enum TerminalNews: Sendable, Equatable {
  case key(KeyPress)
  /// Something was done with the mouse, where that is wanted.
  case mouse(MouseEvent)
  /// The frame of this number, and all before it, have been seen.
  case frameSeen(Int)
}

/// What one read of the terminal's input brought.
enum TerminalRead: Sendable, Equatable {
  case received([Received])
  case nothing
  case lost
}

/// Reads keys from a terminal in raw mode, and never waits for one.
///
/// It reads bytes, not ncurses' key codes: only so a paste, a key alone in its read, and a sequence that ncurses does
/// not know can be told apart.
struct TerminalInput: Sendable {
  private let descriptor: CInt
  private var decoder = KeyDecoder()

  init(descriptor: CInt) {
    self.descriptor = descriptor
  }

  /// When ``timeout()`` is to be asked, unless something comes before.
  var deadline: ContinuousClock.Instant? { decoder.deadline }

  /// Takes one read of what has come, the first byte of it at `arrival` where that is known.
  mutating func read(arrival: ContinuousClock.Instant?) -> TerminalRead {
    switch receive() {
    case .bytes(let bytes): return .received(decoder.decode(bytes, at: .now, arrival: arrival))
    case .nothing: return .nothing
    case .lost: return .lost
    }
  }

  mutating func timeout() -> [Received] {
    decoder.timeout(at: .now)
  }

  private static let readSize = 4096

  private enum Bytes {
    case bytes([UInt8])
    case nothing
    case lost
  }

  private func receive() -> Bytes {
    // The descriptor is not made non-blocking: the shell shares it, and would have to live with that.
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 0) > 0 else { return .nothing }
    var bytes = [UInt8](repeating: 0, count: Self.readSize)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    if count > 0 { return .bytes(Array(bytes.prefix(count))) }
    // In the background reading fails, which is no loss.
    let isForLater = count < 0 && (errno == EINTR || errno == EAGAIN || !terminal_guard_is_in_foreground())
    return isForLater ? .nothing : .lost
  }
}
