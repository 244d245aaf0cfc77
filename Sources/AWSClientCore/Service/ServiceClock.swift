public import FoundationEssentials
import Synchronization

/// What this machine's clock says, corrected by what the service's clock was found to say.
///
/// A service refuses a signature that is more than five minutes off. What a refusal's `Date` header says is then kept
/// for all later calls; the machine's own clock is never set.
public final class ServiceClock: Sendable {
  /// Less than the tolerance of every service: by less than this, the clock cannot be the reason for a refusal.
  static let threshold: TimeInterval = 4 * 60

  private let now: @Sendable () -> Date
  private let learnt: @Sendable (ClockSkew) -> Void
  private let correction = Mutex<TimeInterval>(0)

  /// Makes a clock that is not corrected yet.
  ///
  /// - Parameters:
  ///   - now: This machine's clock.
  ///   - learnt: Told whenever the two clocks are found to differ, to say so to whoever can set this machine's.
  public init(
    now: @escaping @Sendable () -> Date = { Date() },
    learnt: @escaping @Sendable (ClockSkew) -> Void = { _ in }
  ) {
    self.now = now
    self.learnt = learnt
  }

  /// The service's time, as far as it is known.
  public var time: Date { now().addingTimeInterval(correction.withLock { $0 }) }

  /// Takes in what the service's clock said when it refused a signature.
  ///
  /// - Returns: Whether that explains the refusal, so that signing again with ``time`` may help.
  func learn(from refusal: Refusal, signedAt date: Date) -> Bool {
    guard refusal.mayBeSkew, let serviceDate = refusal.serviceDate else { return false }
    guard abs(serviceDate.timeIntervalSince(date)) >= Self.threshold else { return false }
    let skew = serviceDate.timeIntervalSince(now())
    correction.withLock { $0 = skew }
    learnt(ClockSkew(seconds: skew))
    return true
  }
}

/// By how much a service's clock is ahead of this machine's.
public struct ClockSkew: Sendable, Equatable, CustomStringConvertible {
  /// Seconds; negative where this machine is ahead.
  public var seconds: TimeInterval

  /// Makes a difference.
  public init(seconds: TimeInterval) {
    self.seconds = seconds
  }

  /// What happened, to what, and what to do next, as a sentence.
  public var description: String {
    "This machine's clock is \(amount) AWS's. Calls are signed with AWS's time; set the clock."
  }

  /// How this machine's clock stands to AWS's, such as `15 minutes behind`.
  public var amount: String {
    let minutes = Int((abs(seconds) / 60).rounded())
    let amount = minutes < 120 ? "\(minutes) minutes" : "\((minutes + 30) / 60) hours"
    return "\(amount) \(seconds >= 0 ? "behind" : "ahead of")"
  }

  /// The seconds as a journal has them; a clock that is further off than a whole number of them can say is no clock.
  public var wholeSeconds: Int? { Int(exactly: seconds.rounded()) }
}

extension Refusal {
  /// Whether a clock that is off may be the reason (aws-sdk-js-v3's `CLOCK_SKEW_ERROR_CODES`).
  var mayBeSkew: Bool { Self.skewCodes.contains(code) }

  private static let skewCodes: Set<String> = [
    "AuthFailure", "InvalidSignatureException", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed",
    "SignatureDoesNotMatch",
  ]
}
