import AppStream

/// A pause that the operator asked for, and what has to be done before the run goes on after it.
struct OperatorPause: Sendable, Equatable {
  /// After a pause of this length, what was seen at the check is too old to send on.
  static let checkedAfter = Check.goodFor

  private var phase = Phase.none
  /// The number of the check that is made last, or was.
  private(set) var check = 0

  private enum Phase: Sendable, Equatable {
    case none
    /// Nothing is asked of the service since this time of the run.
    case holding(since: Duration)
    /// It is over, and what is left to send is being looked for.
    case checking(since: Duration, orders: [ReadOrder], underWay: Int)
  }

  /// Whether no step may be taken.
  var isHolding: Bool { phase != .none }

  /// Whether it lasts, and has not come to the check that follows it.
  var isOpen: Bool { if case .holding = phase { true } else { false } }

  /// Begins to hold, or holds again where the check that was to end it is not done.
  mutating func begin(at now: Duration) {
    if case .checking(let since, _, _) = phase { phase = .holding(since: since) }
    if phase == .none { phase = .holding(since: now) }
  }

  /// Ends it, unless it was so long that what is left to send has to be checked first.
  ///
  /// - Returns: Whether the check of the next number is to be made.
  mutating func end(at now: Duration, isSomethingLeft: Bool) -> Bool {
    guard case .holding(let since) = phase else { return false }
    guard isSomethingLeft, now - since >= Self.checkedAfter else {
      phase = .none
      return false
    }
    check += 1
    phase = .checking(since: since, orders: [], underWay: 0)
    return true
  }

  /// Lets go at once, as a stop does.
  mutating func release() {
    phase = .none
  }

  /// Whether the check of this number is being made.
  func isChecking(_ number: Int) -> Bool {
    if case .checking = phase { number == check } else { false }
  }

  /// Lines up what has to be read for the check; where that is nothing, the run goes on.
  mutating func lineUp(_ orders: [ReadOrder]) {
    guard case .checking(let since, _, _) = phase else { return }
    phase = orders.isEmpty ? .none : .checking(since: since, orders: orders.reversed(), underWay: 0)
  }

  /// Takes up the next reading of the check, if one may be begun now.
  mutating func takeOrder() -> ReadOrder? {
    guard case .checking(let since, var orders, let underWay) = phase, underWay < ReadGate.limit,
      let order = orders.popLast()
    else { return nil }
    phase = .checking(since: since, orders: orders, underWay: underWay + 1)
    return order
  }

  /// Puts a reading back that was not made after all.
  mutating func putBack(_ order: ReadOrder) {
    guard case .checking(let since, let orders, let underWay) = phase else { return }
    phase = .checking(since: since, orders: orders + [order], underWay: underWay - 1)
  }

  /// Notes that one of its readings is done; with the last of them the run goes on.
  mutating func readingEnded() {
    guard case .checking(let since, let orders, let underWay) = phase else { return }
    phase = orders.isEmpty && underWay == 1 ? .none : .checking(since: since, orders: orders, underWay: underWay - 1)
  }
}
