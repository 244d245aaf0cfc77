import Glibc
import LocalIO

extension OutputQueue {
  /// For how long the driver is busy with more than a frame should wait for; `nil` where it is not.
  ///
  /// Only a serial line's driver has bytes in its hands: what goes to a pseudo-terminal is gone at once.
  var wait: Duration? {
    var count: CInt = 0
    guard ioctl(descriptor, UInt(TIOCOUTQ), &count) == 0, count > Self.few else { return nil }
    return LinkTraffic.frameTime
  }

  /// What 9,600 baud take in a frame's time; a faster line is looked at again when it is long done.
  private static let few = 32
}
