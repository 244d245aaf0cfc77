import AppStream
import DequeModule

/// What the answer to a write call means for its entries.
extension RunMachine {
  mutating func sending(_ batch: Batch) {
    if let position = queue.firstIndex(where: { $0.number == batch.number }) { queue.remove(at: position) }
    passSettledCalls()
    flying[batch.number] = batch
    pauseReason = nil
    writeCalls += 1
    for index in batch.indices {
      entries[index].sends += 1
      settle(index, as: .sending)
    }
  }

  mutating func answered(_ batch: Batch, _ requestID: String?, _ errors: [UserStackAssociationError]) {
    for index in batch.indices {
      entries[index].error = nil
      entries[index].requestID = requestID
      settle(index, as: .answered(.clean))
    }
    for error in errors {
      guard let index = entry(of: error, in: batch) else {
        strayErrors.append(error)
        continue
      }
      let said = EntryError(code: error.errorCode ?? "NO_CODE", message: error.errorMessage ?? "")
      entries[index].error = entries[index].error?.and(said) ?? said
      settle(index, as: .answered(.failed))
    }
  }

  mutating func lost(_ batch: Batch) {
    for index in batch.indices { loseAnswer(index) }
  }

  /// Notes that an entry was sent and that nobody knows what was said of it.
  mutating func loseAnswer(_ index: Int) {
    // What an earlier call said is not this call's answer.
    entries[index].error = nil
    entries[index].requestID = nil
    entries[index].losses += 1
    settle(index, as: .answered(.lost))
  }

  mutating func refused(_ batch: Batch, _ refusal: CallRefusal) {
    for index in batch.indices { entries[index].requestID = refusal.requestID }
    guard refusal.kind != .credentials else {
      // No call will be accepted with these credentials, and nothing of this one was applied: smaller calls are no
      // cure.
      return requeue(batch)
    }
    let stackCount = Set(batch.indices.map { entries[$0].association.stackName }).count
    for index in batch.indices {
      entries[index].error = EntryError(code: refusal.code, message: refusal.message)
      settle(
        index,
        as: .answered(
          .refused(
            batch: batch.number,
            entries: batch.indices.count,
            stacks: stackCount,
            isAccessDenied: refusal.kind == .accessDenied
          )
        )
      )
    }
  }

  /// The one entry of `batch` that the service's error speaks of; by name, never by position.
  ///
  /// An error that leaves members out, or all of them, is taken only when it fits exactly one entry.
  private func entry(of error: UserStackAssociationError, in batch: Batch) -> Int? {
    let fitting = batch.indices.filter { error.userStackAssociation?.matches(entries[$0].association) ?? true }
    return fitting.count == 1 ? fitting.first : nil
  }
}
