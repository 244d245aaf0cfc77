import Glibc

/// The bytes on their way to a terminal or a pipe, which takes them when it can.
///
/// A terminal at the end of a dead connection takes none: its buffer fills up, and a program that waited for it would
/// stand still with it. Nothing here waits, but for ``drain(for:)``.
package final class OutputQueue {
  /// Becomes writable when the terminal takes bytes again.
  package let descriptor: CInt
  /// Whether the descriptor's open file is this program's alone, and non-blocking.
  private let isOwn: Bool
  private var pending: ArraySlice<UInt8> = []
  /// Since when the terminal has taken nothing of what is pending.
  private var stalled: ContinuousClock.Instant?

  /// Opens the terminal of `descriptor` a second time, because non-blocking is a mode of the open file, which the
  /// shell and its other programs share (open(2)).
  package init(_ descriptor: CInt) {
    let own = ttyname(descriptor).map { open($0, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) } ?? -1
    isOwn = own >= 0
    self.descriptor = isOwn ? own : descriptor
  }

  deinit {
    if isOwn { close(descriptor) }
  }

  /// Whether bytes wait to be taken.
  package var isPending: Bool { !pending.isEmpty }

  /// How many do.
  package var pendingCount: Int { pending.count }

  /// Sends `bytes` after all that came before.
  package func send(_ bytes: [UInt8]) {
    pending += bytes
    flush()
  }

  /// Writes what the terminal takes now.
  package func flush() {
    while !pending.isEmpty {
      // As after su, the terminal may be another user's, who does not let this one open it again. It is then asked
      // before each write, and as little written as fits if anything does.
      guard isOwn || isWritable(within: 0) else {
        if stalled == nil { stalled = .now }
        return
      }
      let count = pending.prefix(isOwn ? pending.count : Self.smallWrite).withUnsafeBytes {
        write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        pending = pending.dropFirst(count)
        stalled = nil
      } else if errno == EAGAIN {
        if stalled == nil { stalled = .now }
        return
      } else if errno != EINTR {
        // The terminal is gone, as the next look at its input says.
        abandon()
      }
    }
  }

  /// Writes all that is pending, unless the terminal takes nothing for `milliseconds`, or has taken nothing for so long
  /// already.
  ///
  /// - Returns: Whether nothing is pending now.
  package func drain(for milliseconds: Int) -> Bool {
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    flush()
    while isPending {
      let end = min(deadline, (stalled ?? .now) + .milliseconds(milliseconds))
      let left = end - .now
      guard left > .zero else { break }
      // A signal may end the wait early, and then there is nothing to write yet.
      if isWritable(within: CInt(left / .milliseconds(1)) + 1) { flush() }
    }
    return !isPending
  }

  /// Throws away what is pending, and what the terminal's driver holds and nobody has read.
  ///
  /// Output that somebody has stopped (tcflow(3)) goes on: what comes next gives the terminal back.
  package func discard() {
    pending = []
    stalled = nil
    tcflush(descriptor, TCOFLUSH)
    tcflow(descriptor, TCOON)
  }

  /// Forgets what is pending, and leaves the terminal alone.
  package func abandon() {
    pending = []
    stalled = nil
  }

  /// Kept below what the drivers of terminals call room for more: 128 bytes and up.
  private static let smallWrite = 64

  private func isWritable(within milliseconds: CInt) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }
}
