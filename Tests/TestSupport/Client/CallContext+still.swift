package import AWSClientCore
import FoundationEssentials
import Synchronization

extension CallContext {
  /// A context that is the same in every test: the time begins at 2026-11-22T14:02:15Z and goes on by one second
  /// whenever it is asked for, and invocations are numbered.
  package static func still(
    clock: any Clock<Duration> = TestClock(),
    spread: Double = 0.5
  ) -> CallContext {
    let asked = Counter()
    let invocations = Counter()
    return CallContext(
      serviceClock: ServiceClock(now: { Date(timeIntervalSince1970: 1_795_356_135 + Double(asked.next())) }),
      clock: clock,
      spread: { spread },
      invocationID: { "invocation-\(invocations.next())" },
      userAgent: "tests"
    )
  }
}

private final class Counter: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      defer { count += 1 }
      return count
    }
  }
}
