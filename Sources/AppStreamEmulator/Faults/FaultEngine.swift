import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText
import SeededNumbers

/// The faults of a running emulator, with what each has seen and done.
struct FaultEngine: Sendable {
  /// What a fault is asked about: one call, or one item of a batch.
  struct Subject: Sendable {
    var operation: String
    var accessKeyID: String?
    var stacks: [String] = []
    var item: Association?
  }

  private struct Armed: Sendable {
    let fault: Fault
    var seen = 0
    var fired = 0
    var bucket: TokenBucket?
  }

  private var armed: [Armed]
  private let started: Date

  /// Arms `faults`, as of `started`.
  init(_ faults: [Fault], started: Date) {
    self.started = started
    armed = faults.map { fault in
      guard case .throttle(let rate, let burst) = fault.kind else { return Armed(fault: fault) }
      return Armed(fault: fault, bucket: TokenBucket(rate: rate, burst: burst, at: started))
    }
  }

  /// The faults of `stage` that fire for `subject`, in the order of the faults file.
  mutating func fire(
    _ stage: Fault.Kind.Stage,
    for subject: Subject,
    at now: Date,
    using random: inout SeededGenerator
  ) -> [Fault.Kind] {
    armed.indices.compactMap { index in
      let fault = armed[index].fault
      guard fault.kind.stage == stage, fault.kind.concerns(subject), fault.trigger.concerns(subject.operation) else {
        return nil
      }
      return fires(&armed[index], at: now, using: &random) ? fault.kind : nil
    }
  }

  private func fires(_ armed: inout Armed, at now: Date, using random: inout SeededGenerator) -> Bool {
    let trigger = armed.fault.trigger
    armed.seen += 1
    guard
      trigger.first.map({ armed.seen <= $0 }) ?? true,
      trigger.after.map({ armed.seen > $0 }) ?? true,
      trigger.times.map({ armed.fired < $0 }) ?? true,
      trigger.afterSeconds.map({ now.timeIntervalSince(started) >= $0 }) ?? true,
      trigger.probability >= 1 || Double.random(in: 0..<1, using: &random) < trigger.probability,
      armed.bucket?.take(at: now) != true
    else { return false }
    armed.fired += 1
    return true
  }
}

/// Calls that may come at once, filled up at a steady rate.
struct TokenBucket: Sendable {
  private let rate: Double
  private let burst: Double
  private var tokens: Double
  private var filled: Date

  /// Makes a full bucket.
  init(rate: Double, burst: Double, at now: Date) {
    self.rate = rate
    self.burst = burst
    tokens = burst
    filled = now
  }

  /// Takes a token; false when there is none.
  mutating func take(at now: Date) -> Bool {
    tokens = min(burst, tokens + max(0, now.timeIntervalSince(filled)) * rate)
    filled = now
    guard tokens >= 1 else { return false }
    tokens -= 1
    return true
  }
}

extension FaultTrigger {
  fileprivate func concerns(_ operation: String) -> Bool {
    operations?.contains(operation) ?? true
  }
}

extension Fault.Kind {
  fileprivate func concerns(_ subject: FaultEngine.Subject) -> Bool {
    switch self {
    case .item(let userName, let stackName, _):
      guard let item = subject.item else { return false }
      return (userName.map { ExactText($0) == ExactText(item.userName) } ?? true)
        && (stackName.map { ExactText($0) == ExactText(item.stackName) } ?? true)
    case .strayItem:
      return subject.item == nil
    case .forbidden(let stacks):
      return stacks.map { forbidden in subject.stacks.contains { forbidden.contains($0) } } ?? true
    case .expiredKey(let key):
      return key.map { $0 == subject.accessKeyID } ?? true
    default:
      return true
    }
  }
}
