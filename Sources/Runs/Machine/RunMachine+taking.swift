import AppStream

/// A record that cannot follow what a run's earlier records say.
public enum RunRecordProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// It speaks of an entry that the plan does not have.
  case noSuchEntry(Int)
  /// It speaks of an entry twice, or of one that it cannot be about now.
  case misplacedEntry(Int)
  /// It is about a write call that is not on its way.
  case noSuchCall(batch: Int)
  /// It is about a stack that the plan does not have.
  case noSuchStack(String)
  /// It comes after the end of the run, and nobody has taken the run up again.
  case afterTheEnd

  /// A clause that says what is wrong, for an error that names the record.
  public var description: String {
    switch self {
    case .noSuchEntry(let index): "it names entry \(index), which the plan does not have"
    case .misplacedEntry(let index): "it names entry \(index), which cannot be meant there"
    case .noSuchCall(let batch): "it answers call \(batch), which is not on its way"
    case .noSuchStack(let name): "it names the stack \(name), which the plan does not have"
    case .afterTheEnd: "it comes after the end of the run"
    }
  }
}

extension RunMachine {
  /// Takes in a record that somebody wrote down, after making sure that it can be one of this run's.
  ///
  /// - Throws: ``RunRecordProblem`` when it cannot; the run is then unchanged.
  public mutating func take(_ record: RunRecord) throws(RunRecordProblem) {
    if isFinished, case .opened = record {} else if isFinished { throw .afterTheEnd }
    switch record {
    case .sending(let batch, _, let indices):
      guard flying[batch] == nil else { throw .noSuchCall(batch: batch) }
      try requireOnce(indices)
      for index in indices where entries[index].state != .queued { throw .misplacedEntry(index) }
    case .answered(let batch, _, _, _), .refused(let batch, _, _), .throttled(let batch, _), .lost(let batch, _, _):
      guard flying[batch] != nil else { throw .noSuchCall(batch: batch) }
    case .observed(let stack, let present, let gone, let unreadable, _):
      guard stacks[stack] != nil else { throw .noSuchStack(stack) }
      try requireOnce(present + gone + unreadable)
      for index in present + gone + unreadable where entries[index].association.stackName != stack {
        throw .misplacedEntry(index)
      }
    case .opened, .confirmed, .paused, .stopping, .finished:
      break
    }
    apply(record)
  }

  private func requireOnce(_ indices: [Int]) throws(RunRecordProblem) {
    var seen: Set<Int> = []
    for index in indices {
      guard entries.indices.contains(index) else { throw .noSuchEntry(index) }
      guard seen.insert(index).inserted else { throw .misplacedEntry(index) }
    }
  }
}
