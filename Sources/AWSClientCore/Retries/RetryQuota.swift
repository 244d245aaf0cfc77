import Synchronization

/// What a client may spend on retries, so that many failing calls do not become a storm of retries.
///
/// Numbers: botocore's `retries/quota.py` and the 2026 rules: 500 tokens; a retry takes its failure's cost; a call that
/// succeeds after a retry gives the last cost back, a call that succeeds at once gives one.
public final class RetryQuota: Sendable {
  private let capacity: Int
  private let left: Mutex<Int>

  /// Makes a full quota.
  public init(capacity: Int = 500) {
    self.capacity = capacity
    left = Mutex(capacity)
  }

  /// How many tokens are left.
  public var available: Int { left.withLock { $0 } }

  /// Takes `cost` tokens; `false`, and nothing taken, when there are fewer.
  public func take(_ cost: Int) -> Bool {
    left.withLock { left in
      guard left >= cost else { return false }
      left -= cost
      return true
    }
  }

  /// Gives tokens back after a success: the cost of the last retry, or one when there was none.
  public func succeeded(lastCost: Int?) {
    left.withLock { $0 = min(capacity, $0 + (lastCost ?? 1)) }
  }
}
