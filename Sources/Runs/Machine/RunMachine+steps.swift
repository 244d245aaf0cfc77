import AppStream
import DequeModule

/// What to do now, read off the state of a run.
extension RunMachine {
  /// The next thing to do, or `nil` when there is nothing to do until something more happens.
  ///
  /// Ask again after every record; a step that was taken up is not given twice, because taking it up is recorded
  /// (``RunRecord/sending(batch:attempt:entries:)``) or noted (``readStarted(_:)``).
  ///
  /// - Parameter isHolding: Whether writes wait because the service asked for fewer; reads go on meanwhile.
  public func nextStep(isHolding: Bool = false) -> RunStep? {
    guard !isFinished else { return nil }
    if isConfirmed, stopReason == nil, !isHolding, flying.count < Self.writesInFlight, let batch = queue.first {
      return .send(SendOrder(batch: batch.number, attempt: batch.attempt, entries: batch.indices))
    }
    if reading.count - settling.count < ReadGate.limit, let order = nextRead() { return .read(order) }
    let nothingUnderWay = flying.isEmpty && reading.isEmpty && readable.first == nil
    return nothingUnderWay && (queue.isEmpty || stopReason != nil || !isConfirmed) ? .finish : nil
  }

  /// Notes that a read was taken up.
  public mutating func readStarted(_ order: ReadOrder) {
    readable.remove(order.stack)
    reading.insert(order.stack)
    // A read that waits first takes nobody's turn meanwhile.
    if order.delay > .zero { settling.insert(order.stack) }
  }

  /// Notes that a read said nothing because it was not allowed to begin; it is offered again.
  public mutating func readAbandoned(_ order: ReadOrder) {
    reading.remove(order.stack)
    settling.remove(order.stack)
    offerRead(of: order.stack)
  }

  /// The record that goes with the start of `order`.
  public func record(of order: SendOrder) -> RunRecord {
    .sending(batch: order.batch, attempt: order.attempt, entries: order.entries)
  }

  /// A stack is read as soon as none of its entries is on its way or, unless the run stops, waits to be sent.
  mutating func offerRead(of stack: String) {
    guard let progress = stacks[stack], !progress.answered.isEmpty, progress.sending == 0 else { return }
    guard progress.queued == 0 || stopReason != nil || !isConfirmed, !reading.contains(stack) else { return }
    readable.append(stack)
  }

  /// Whether the service itself has said in this process that the entry is removed, and no read has denied it since, so
  /// that not seeing it is no surprise.
  func isGoneExplained(_ index: Int) -> Bool {
    plan.operation == .disassociate && entries[index].lastAnswer == .clean && !entries[index].isAnswerDoubted
  }

  private func nextRead() -> ReadOrder? {
    guard let name = readable.first, let answered = stacks[name]?.answered else { return nil }
    let rounds = answered.map { entries[$0].settlingReads }.max() ?? 0
    return ReadOrder(
      stack: name,
      entries: answered.sorted(),
      unexplained: answered.filter { !isGoneExplained($0) }.sorted(),
      delay: rounds == 0 ? .zero : Self.settlingDelays[rounds - 1]
    )
  }

  /// Ends the run: what is unread then is unknown, and what was not sent is stopped.
  mutating func finish() {
    isFinished = true
    pauseReason = nil
    queue = []
    flying = [:]
    reading = []
    settling = []
    for index in entries.indices {
      switch entries[index].state {
      case .queued: settle(index, as: .settled(.stopped))
      case .sending:
        loseAnswer(index)
        entries[index].readFailure = .notReadBack
        settle(index, as: .settled(.unknown))
      case .answered:
        entries[index].readFailure = .notReadBack
        settle(index, as: .settled(.unknown))
      case .settled: break
      }
    }
    readable = StackLine()
  }
}

/// One thing for the runner to do.
public enum RunStep: Sendable, Equatable {
  /// Send a write call.
  case send(SendOrder)
  /// Read a stack back.
  case read(ReadOrder)
  /// Nothing is left to do: record the end.
  case finish
}

/// A write call to send, once.
public struct SendOrder: Sendable, Equatable {
  /// The call's number in the run.
  public var batch: Int
  /// 1, and one more for each time that it was throttled.
  public var attempt: Int
  /// The indices of its entries.
  public var entries: [Int]
}

/// Entries of one stack to look for.
public struct ReadOrder: Sendable, Equatable {
  /// The stack.
  public var stack: String
  /// The indices of the entries that wait to be read back.
  public var entries: [Int]
  /// Those of them that no answer says are gone: not seeing one of these on a page is not enough.
  public var unexplained: [Int]
  /// How long to wait before the read, since the last one came too early.
  public var delay: Duration
}
