import Algorithms
public import AppStream
import DequeModule

/// A run as a value: what is known of every entry, and what is to be done next.
///
/// It changes only by ``apply(_:)``, with the records of what happened, so that the same records always give the same
/// run; ``nextStep(isHolding:)`` reads off it what to do now. It waits for nothing and sends nothing.
///
/// A record costs what it changes, however many entries there are: a console that took longer over each would fall
/// behind a run, and a stop behind both. What it keeps and how a record changes that stand together here, a little over
/// 200 lines; what each kind of record means is in files of its own.
public struct RunMachine: Sendable, Equatable {
  /// How often an entry is sent at most when answers get lost.
  static let maximumSends = 3
  /// How many write calls are on their way at once.
  static let writesInFlight = 2
  /// The waits before a clean answer that does not show yet is read again.
  static let settlingDelays: [Duration] = [.seconds(1), .seconds(2), .seconds(4)]

  /// What was confirmed; its entries have the indices that records speak of.
  public let plan: Plan
  /// Every entry, in the plan's order.
  public internal(set) var entries: [RunEntry]
  /// How many entries came to what.
  public private(set) var counts: RunCounts
  /// How many entries were in a call that was answered, or whose answer was lost; throttled calls do not count, so that
  /// it only grows.
  public internal(set) var entriesSent = 0
  /// How many stacks have an entry that is not settled.
  public private(set) var openStacks = 0
  /// Errors in answers that fit none of the entries sent.
  public internal(set) var strayErrors: [UserStackAssociationError] = []
  /// Whether the operator agreed to what is queued; nothing is sent before.
  public internal(set) var isConfirmed = false
  /// Why nothing is asked of the service for now, until a call shows that it is asked again.
  public internal(set) var pauseReason: String?
  /// The same as what it means for the run.
  public var pauseCause: PauseCause? { pauseReason.map { PauseCause($0) } }
  /// Why no further write is sent, once that is so.
  public internal(set) var stopReason: String?
  /// Whether the run is over.
  public internal(set) var isFinished = false
  /// How many write calls were sent, throttled ones included.
  public internal(set) var writeCalls = 0
  /// How many of them were throttled.
  public internal(set) var throttledCalls = 0
  /// How many reads of stacks came back.
  public internal(set) var reads = 0

  /// A write call that is to be sent, or is on its way.
  struct Batch: Sendable, Equatable {
    var number: Int
    var attempt: Int
    var indices: [Int]
  }

  /// How far the entries on one stack have come.
  struct StackProgress: Sendable, Equatable {
    var queued = 0
    var sending = 0
    var answered: Set<Int> = []

    /// Whether any of them is not settled.
    var isOpen: Bool { queued > 0 || sending > 0 || !answered.isEmpty }

    /// Counts an entry elsewhere than before.
    ///
    /// - Returns: How many stacks more are open now: 1, 0 or -1.
    mutating func move(_ index: Int, from old: RunEntry.State, to new: RunEntry.State) -> Int {
      let wasOpen = isOpen
      switch old {
      case .queued: queued -= 1
      case .sending: sending -= 1
      case .answered: answered.remove(index)
      case .settled: break
      }
      switch new {
      case .queued: queued += 1
      case .sending: sending += 1
      case .answered: answered.insert(index)
      case .settled: break
      }
      return (isOpen ? 1 : 0) - (wasOpen ? 1 : 0)
    }
  }

  /// The write calls that wait.
  ///
  /// The first has no entry that is settled meanwhile; the others may.
  var queue: Deque<Batch> = []
  var flying: [Int: Batch] = [:]
  var reading: Set<String> = []
  /// Those of them that wait before they are read once more.
  var settling: Set<String> = []
  /// Stacks that may be read back now, in the order in which they became ready.
  var readable = StackLine()
  var stacks: [String: StackProgress]
  private var batches = 0

  /// A run of `plan` that nothing has been done for yet.
  public init(_ plan: Plan) {
    self.plan = plan
    entries = plan.entries.map { RunEntry($0) }
    counts = RunCounts(entries)
    stacks = [:]
    for entry in plan.entries { stacks[entry.stackName, default: StackProgress()].queued += 1 }
    openStacks = stacks.count
  }

  /// Takes in what happened.
  public mutating func apply(_ record: RunRecord) {
    switch record {
    case .opened:
      reopen()
    case .confirmed:
      // A run that is taken up again is confirmed again; what waited then is cut anew, never queued twice.
      isConfirmed = true
      queue = []
      enqueue(entries.indices.filter { entries[$0].state == .queued })
    case .sending(let batch, let attempt, let indices):
      sending(Batch(number: batch, attempt: attempt, indices: indices))
    case .answered(let batch, _, let requestID, let errors):
      guard let flown = flying.removeValue(forKey: batch) else { return }
      answered(flown, requestID, errors)
    case .refused(let batch, _, let refusal):
      guard let flown = flying.removeValue(forKey: batch) else { return }
      refused(flown, refusal)
    case .throttled(let batch, _):
      guard let flown = flying.removeValue(forKey: batch) else { return }
      throttledCalls += 1
      requeue(flown)
    case .lost(let batch, _, _):
      guard let flown = flying.removeValue(forKey: batch) else { return }
      lost(flown)
    case .observed(let stack, let present, let gone, let unreadable, let failure):
      reads += 1
      if queue.isEmpty { pauseReason = nil }
      readable.remove(stack)
      // Still marked as being read meanwhile, so that it is offered again once, when every entry has been looked at.
      reading.insert(stack)
      observed(present: present, gone: gone, unreadable: unreadable, failure)
      reading.remove(stack)
      settling.remove(stack)
      offerRead(of: stack)
    case .paused(let reason):
      pauseReason = reason
    case .stopping(let reason):
      stop(reason)
    case .finished:
      finish()
    }
  }

  /// Cuts `indices` into write calls behind those that wait already.
  mutating func enqueue(_ indices: [Int]) {
    for indices in indices.chunks(ofCount: AssociationBatch.limit) {
      batches += 1
      queue.append(Batch(number: batches, attempt: 1, indices: Array(indices)))
    }
  }

  /// Takes what need not be sent any more out of the call in front, and passes over calls that have nothing else.
  ///
  /// To look for settled entries in all calls that wait would make a check of many stacks quadratic.
  mutating func passSettledCalls() {
    while let first = queue.first {
      let waiting = first.indices.filter { entries[$0].state == .queued }
      guard waiting.isEmpty else {
        if waiting.count < first.indices.count { queue[queue.startIndex].indices = waiting }
        return
      }
      queue.removeFirst()
    }
  }

  /// Puts a call of which nothing was applied back to the front, as another attempt.
  mutating func requeue(_ batch: Batch) {
    queue.prepend(Batch(number: batch.number, attempt: batch.attempt + 1, indices: batch.indices))
    for index in batch.indices {
      entries[index].sends -= 1
      settle(index, as: .queued)
    }
  }

  /// Sends nothing more from now on; what waits to be read back no longer waits for entries that will not be sent.
  mutating func stop(_ reason: String) {
    guard stopReason == nil else { return }
    stopReason = reason
    for stack in plan.stackNames { offerRead(of: stack) }
  }

  /// Moves an entry to `state` and keeps the counts of the run and of its stack.
  mutating func settle(_ index: Int, as state: RunEntry.State) {
    let stack = entries[index].association.stackName
    // In place: a copy of a large stack's progress for every entry would make the run quadratic.
    openStacks += stacks[stack, default: StackProgress()].move(index, from: entries[index].state, to: state)
    counts.move(from: entries[index].state, to: state)
    if case .answered(let answer) = state {
      if entries[index].lastAnswer == nil { entriesSent += 1 }
      entries[index].lastAnswer = answer
    }
    entries[index].state = state
    offerRead(of: stack)
  }
}
