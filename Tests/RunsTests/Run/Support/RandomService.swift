import AppStream
import SeededNumbers
import TestSupport

@testable import Runs

/// A service that does what calls ask for, or something else, by chance; it keeps account of what it did.
struct RandomService {
  /// What the run under test may claim of an entry, as the service knows it.
  struct Truth {
    var isThere: Bool
    /// How often a call that carried it may have been applied: done, failed for the item, or lost.
    var deliveries = 0
    /// Whether a call that carried it was answered without an error for it, or lost.
    var wasDoneByUs = false
    var lastSeen: Sight?
    /// Since it was last sent in a call that was neither throttled nor refused, it was seen where it was not wanted.
    var isKnownUndone = true
  }

  enum Sight { case present, gone, unreadable }

  var random: SeededGenerator
  var truths: [Truth]
  private let plan: Plan
  private let forbiddenStacks: Set<String>
  private let poisoned: Set<Int>
  /// How likely a call is to go wrong in this way.
  private let faults: (throttled: Double, lost: Double, item: Double, unreadable: Double, lag: Double, keys: Double)

  init(_ plan: Plan, seed: UInt64) {
    var random = SeededGenerator(seed)
    let someStacks = plan.stackNames.filter { _ in random.happens(0.15) }
    let someEntries = plan.entries.indices.filter { _ in random.happens(0.03) }
    truths = plan.entries.map { _ in Truth(isThere: plan.operation == .disassociate) }
    faults = (
      throttled: .random(in: 0...0.4, using: &random), lost: .random(in: 0...0.4, using: &random),
      item: .random(in: 0...0.2, using: &random), unreadable: .random(in: 0...0.1, using: &random),
      lag: .random(in: 0...0.2, using: &random), keys: random.happens(0.1) ? 0.05 : 0
    )
    self.plan = plan
    forbiddenStacks = Set(someStacks)
    poisoned = Set(someEntries)
    self.random = random
  }

  private var goal: Bool { plan.operation == .associate }

  /// Takes a call and says what its answer was.
  mutating func answer(_ order: SendOrder) -> RunRecord {
    let (batch, attempt) = (order.batch, order.attempt)
    func refused(_ code: String, _ kind: CallRefusal.Kind) -> RunRecord {
      .refused(
        batch: batch,
        attempt: attempt,
        refusal: CallRefusal(code: code, message: "No.", requestID: nil, kind: kind)
      )
    }
    if random.happens(faults.throttled) { return .throttled(batch: batch, attempt: attempt) }
    if random.happens(faults.keys) { return refused("ExpiredTokenException", .credentials) }
    if order.entries.contains(where: { forbiddenStacks.contains(plan.entries[$0].stackName) }) {
      return refused("AccessDeniedException", .accessDenied)
    }
    if order.entries.contains(where: poisoned.contains) { return refused("OperationNotPermittedException", .entries) }
    let isLost = random.happens(faults.lost)
    let isApplied = !isLost || random.happens(0.5)
    var errors: [UserStackAssociationError] = []
    for index in order.entries {
      let hasError = !isLost && random.happens(faults.item)
      // Some services do what they say they could not.
      if isApplied, !hasError || random.happens(0.1) { truths[index].isThere = goal }
      truths[index].deliveries += 1
      truths[index].isKnownUndone = false
      if !hasError { truths[index].wasDoneByUs = true }
      if hasError { errors.append(error(index)) }
    }
    if isLost { return .lost(batch: batch, attempt: attempt, reason: "time limit") }
    if random.happens(0.05) {
      errors.append(UserStackAssociationError(userStackAssociation: nil, errorCode: "STRAY", errorMessage: nil))
    }
    errors.shuffle(using: &random)
    return .answered(batch: batch, attempt: attempt, requestID: "q-\(batch)", errors: errors)
  }

  /// Takes a read and says what it showed.
  mutating func answer(_ order: ReadOrder) -> RunRecord {
    if random.happens(faults.unreadable) {
      for index in order.entries { truths[index].lastSeen = .unreadable }
      return .observed(stack: order.stack, present: [], gone: [], unreadable: order.entries)
    }
    // A read may show what was done a moment later.
    let isLate = random.happens(faults.lag)
    let there = order.entries.filter { isLate ? !goal : truths[$0].isThere }
    let gone = order.entries.filter { !there.contains($0) }
    for index in there { truths[index].lastSeen = .present }
    for index in gone { truths[index].lastSeen = .gone }
    for index in goal ? gone : there { truths[index].isKnownUndone = true }
    return .observed(stack: order.stack, present: there, gone: gone, unreadable: [])
  }

  private func error(_ index: Int) -> UserStackAssociationError {
    UserStackAssociationError(
      userStackAssociation: PartialAssociation(plan.entries[index]),
      errorCode: "INTERNAL_ERROR",
      errorMessage: "By chance."
    )
  }
}
