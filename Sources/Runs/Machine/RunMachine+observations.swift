import Algorithms
import AppStream
import DequeModule

/// What a read of the service means for the entries on a stack: the table of outcomes.
extension RunMachine {
  mutating func observed(present: [Int], gone: [Int], unreadable: [Int], _ failure: EntryError?) {
    for index in present + gone { entries[index].readFailure = nil }
    let (there, notThere) = (present, gone)
    let (reached, missed) = plan.operation == .disassociate ? (notThere, there) : (there, notThere)
    for index in reached { reachedGoal(index) }
    passSettledCalls()
    var again: [Int] = []
    var refused: [Int: [Int]] = [:]
    for index in missed {
      switch entries[index].state {
      case .queued, .sending, .settled: break
      case .answered(.clean): settleLater(index)
      case .answered(.failed): fail(index)
      case .answered(.lost):
        // Calls that were refused or throttled applied nothing, so only lost ones use up the sends.
        if entries[index].losses < Self.maximumSends { again.append(index) } else { fail(index, isStillThere) }
      case .answered(.refused(let batch, _, _, _)): refused[batch, default: []].append(index)
      }
    }
    for index in unreadable {
      guard case .answered = entries[index].state else { continue }
      entries[index].readFailure = failure
      settle(index, as: .settled(.unknown))
    }
    for index in again { settle(index, as: .queued) }
    enqueue(again)
    for batch in refused.keys.sorted() { split(refused[batch] ?? []) }
  }

  /// What is where it was wanted is our doing after a clean answer or a lost one, and somebody else's otherwise.
  private mutating func reachedGoal(_ index: Int) {
    let isOurs: Bool
    switch entries[index].state {
    case .sending, .settled: return
    case .queued: isOurs = entries[index].wasEverLost
    case .answered(let answer): isOurs = answer == .clean || entries[index].wasEverLost
    }
    if isOurs { entries[index].error = nil }
    let isRemoval = plan.operation == .disassociate
    let outcome: Outcome = isRemoval ? (isOurs ? .removed : .absent) : (isOurs ? .restored : .present)
    settle(index, as: .settled(outcome))
  }

  /// A clean answer may take a moment to show; it is read again before the entry counts as failed.
  private mutating func settleLater(_ index: Int) {
    entries[index].isAnswerDoubted = true
    guard !isReadAgain(index) else { return }
    entries[index].error = isStillThere
    settle(index, as: .settled(.failed))
  }

  /// What a lost call did may take a moment to show, too, whatever a later call was told.
  private mutating func fail(_ index: Int, _ error: EntryError? = nil) {
    if entries[index].wasEverLost, isReadAgain(index) { return }
    entries[index].error = error ?? entries[index].error
    settle(index, as: .settled(.failed))
  }

  /// Asks for one more read, unless there were enough of them.
  private mutating func isReadAgain(_ index: Int) -> Bool {
    guard entries[index].settlingReads < Self.settlingDelays.count else { return false }
    entries[index].settlingReads += 1
    return true
  }

  private var isStillThere: EntryError { plan.operation == .disassociate ? .stillPresent : .stillAbsent }

  /// Sends what was refused together in smaller calls, until the entry or the stack at fault is alone.
  ///
  /// `indices` are what is left on one stack of one refused call.
  private mutating func split(_ indices: [Int]) {
    guard
      let first = indices.first,
      case .answered(.refused(_, let entryCount, let stackCount, let isAccessDenied)) = entries[first].state
    else { return }
    if stackCount == 1 && (entryCount == 1 || isAccessDenied) {
      for index in indices { fail(index) }
      return
    }
    for index in indices { settle(index, as: .queued) }
    guard stackCount == 1 else { return enqueue(indices) }
    for half in indices.evenlyChunked(in: 2) { enqueue(Array(half)) }
  }
}
