public import FoundationEssentials

/// A moment by two clocks: the wall's, which people read and which can be set back, and one that only goes forward.
public struct Moment: Sendable, Hashable {
  /// By the wall's clock: for what is shown or written down.
  public var date: Date
  /// By the clock that only goes forward: for how long ago something was.
  ///
  /// It goes on while the machine sleeps (`CLOCK_BOOTTIME`, clock_gettime(2)), so that what was read before is old
  /// after.
  public var instant: ContinuousClock.Instant

  /// Makes a moment of what both clocks say.
  public init(_ date: Date, _ instant: ContinuousClock.Instant) {
    self.date = date
    self.instant = instant
  }

  /// The moment that comes so much later.
  public func advanced(by duration: Duration) -> Moment {
    Moment(date.addingTimeInterval(duration / .seconds(1)), instant.advanced(by: duration))
  }
}
