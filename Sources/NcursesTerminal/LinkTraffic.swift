import Glibc
import LocalIO

/// What is under way on the link to a terminal that answers reports, and how fast the link is.
///
/// On a slow link every byte stands in line behind those sent before it. A frame that is not begun before they have
/// arrived shows the newest state when it does.
struct LinkTraffic: Sendable, Equatable {
  typealias Instant = ContinuousClock.Instant

  /// How many bytes were sent so far.
  private(set) var sent = 0
  /// How many of them the terminal has taken, as far as it has said.
  private var taken = 0
  /// When it last said so.
  private var lastAnswer: Instant?
  /// The shortest time that an answer took: what the link needs for next to nothing, there and back.
  private var shortest: Duration?
  /// How long a byte keeps the link busy; `nil` until a frame has shown that.
  private var byteTime: Duration?

  /// What a frame may wait for the bytes before it.
  static let frameTime = Duration.milliseconds(33)
  /// Fewer bytes than these under way are next to nothing, on any link.
  private static let few = 400
  /// Fewer bytes than these say nothing about the link's speed.
  private static let fewToMeasure = 200
  /// How long an answer may take beyond what is known of the link, before it is taken for lost.
  private static let patience = Duration.seconds(2)

  /// How long a part of a frame may keep the link busy, before it is seen what is the newest then.
  private static let partTime = Duration.milliseconds(700)

  /// How many bytes a frame may have; `.max` on a link that is not known to be slow.
  var budget: Int {
    guard let byteTime, byteTime * 8192 > Self.partTime else { return .max }
    return max(Self.few, Int(Self.partTime / byteTime))
  }

  mutating func send(_ bytes: Int) {
    sent += bytes
  }

  /// The terminal has taken `bytes` of all that were sent: it answers a report that was sent at `start`.
  mutating func answer(upTo bytes: Int, sent start: Instant, at moment: Instant) {
    let took = moment - start
    shortest = min(shortest ?? took, took)
    let count = bytes - taken
    if count >= Self.fewToMeasure, let shortest {
      // They were on the link from when they were sent, or from when those before them had arrived.
      let busy = max(.zero, moment - max(start + shortest, lastAnswer ?? start)) / count
      byteTime = byteTime.map { ($0 + busy) / 2 } ?? busy
    }
    taken = max(taken, bytes)
    lastAnswer = moment
  }

  /// Nothing is known to be under way any more.
  mutating func forget() {
    taken = sent
  }

  /// How long an answer takes to what is sent now, as far as that is known.
  var delay: Duration { (shortest ?? .zero) + (byteTime ?? .zero) * (sent - taken) }

  /// For how long no frame is to be begun, while a report that was sent at `start` is not answered; `nil` where one may
  /// be at once.
  func wait(since start: Instant, at moment: Instant) -> Duration? {
    guard sent - taken > Self.few else { return nil }
    if let byteTime, byteTime * (sent - taken) <= (shortest ?? .zero) + Self.frameTime {
      // A link that has become slow says so first by answering late.
      if moment - start <= delay + Self.frameTime { return nil }
    }
    let left = start + Self.patience + delay - moment
    return left > .zero ? left : nil
  }
}

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
