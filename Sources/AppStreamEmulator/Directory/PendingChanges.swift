import AppStream
import FoundationEssentials
import PlainText

/// Association changes that reads do not show yet, by stack.
struct PendingChanges: Sendable {
  private struct Change: Sendable {
    let identity: Association
    var readsLeft: Int
    let shownFrom: Date
  }

  private var changes: [ExactText: [Change]] = [:]

  /// Remembers that `identity` changed at `now` and is to be shown when `lag` is over.
  mutating func note(_ identity: Association, _ lag: EmulatorRules.Lag, at now: Date) {
    let change: Change
    switch lag {
    case .none: return
    case .reads(let count): change = Change(identity: identity, readsLeft: count, shownFrom: now)
    case .time(let duration):
      change = Change(identity: identity, readsLeft: 0, shownFrom: now.addingTimeInterval(duration.inSeconds))
    }
    changes[ExactText(identity.stackName), default: []].append(change)
  }

  /// Takes out the changes that a read of `filter` at `now` shows, and counts the read for those it does not.
  mutating func due(_ filter: AssociationFilter, at now: Date) -> [Association] {
    guard !changes.isEmpty else { return [] }
    let stacks: [ExactText]
    switch filter {
    case .stack(let stack): stacks = [ExactText(stack)]
    case .association(let identity): stacks = [ExactText(identity.stackName)]
    case .user: stacks = Array(changes.keys)
    }
    return stacks.flatMap { takeDue(on: $0, filter, at: now) }
  }

  private mutating func takeDue(on stack: ExactText, _ filter: AssociationFilter, at now: Date) -> [Association] {
    guard let waiting = changes[stack] else { return [] }
    var due: [Association] = []
    var kept: [Change] = []
    for var change in waiting {
      if !filter.concerns(change.identity) {
        kept.append(change)
      } else if change.readsLeft == 0, change.shownFrom <= now {
        due.append(change.identity)
      } else {
        change.readsLeft = max(0, change.readsLeft - 1)
        kept.append(change)
      }
    }
    changes[stack] = kept.isEmpty ? nil : kept
    return due
  }
}

extension AssociationFilter {
  /// Whether a read with this filter would list `identity`.
  fileprivate func concerns(_ identity: Association) -> Bool {
    switch self {
    case .stack(let stack): ExactText(stack) == ExactText(identity.stackName)
    case .user(let user, let type): UserKey(user, type) == UserKey(identity.userName, identity.authenticationType)
    case .association(let other): other == identity
    }
  }
}

extension Duration {
  /// The duration as seconds, for arithmetic with dates.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
