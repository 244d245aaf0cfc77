import DequeModule

/// A run that another process left, or that ended before everything was known, goes on.
extension RunMachine {
  /// Puts every entry back to where the service has to be asked about it.
  ///
  /// A call that was about to be sent may have been: without its answer it is lost. What was unknown keeps its last
  /// answer, so that a read settles it by the same table as at first; but that answer no longer explains why a read
  /// does not show the entry, because others had all the time since to put it back. Nothing is sent before it is
  /// confirmed anew.
  mutating func reopen() {
    isFinished = false
    isConfirmed = false
    stopReason = nil
    pauseReason = nil
    queue = []
    flying = [:]
    reading = []
    settling = []
    readable = StackLine()
    for index in entries.indices {
      entries[index].settlingReads = 0
      entries[index].readFailure = nil
      switch entries[index].state {
      case .sending: loseAnswer(index)
      case .settled(.stopped): settle(index, as: .queued)
      case .settled(.unknown):
        // Only what was sent can be unknown: without an answer, its answer was lost.
        if let answer = entries[index].lastAnswer { settle(index, as: .answered(answer)) } else { loseAnswer(index) }
      case .queued, .answered, .settled: break
      }
      if entries[index].state == .answered(.clean) { entries[index].isAnswerDoubted = true }
    }
    for stack in plan.stackNames { offerRead(of: stack) }
  }
}
