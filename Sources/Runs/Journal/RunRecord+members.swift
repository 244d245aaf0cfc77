import AppStream

/// A record as the members of a line; what is absent is `null`.
extension RunRecord {
  /// The word in `type`.
  var typeName: String {
    switch self {
    case .opened: "opened"
    case .confirmed: "confirmed"
    case .sending: "sending"
    case .answered: "answered"
    case .refused: "refused"
    case .throttled: "throttled"
    case .lost: "lost"
    case .observed: "observed"
    case .paused: "paused"
    case .stopping: "stopping"
    case .finished: "finished"
    }
  }

  /// What belongs to this type of record.
  var members: [JournalMember] {
    switch self {
    case .opened(let holder):
      [
        .init("pid", .integer(holder.processID)), .init("host", .text(holder.host)),
        .init("version", .text(holder.version)),
      ]
    case .confirmed(let how):
      [.init("how", .text(how))]
    case .sending(let batch, let attempt, let entries):
      Self.call(batch, attempt) + [.init("entries", .indices(entries))]
    case .answered(let batch, let attempt, let requestID, let errors):
      Self.call(batch, attempt) + [.init("requestId", .text(requestID)), .init("errors", .errors(errors))]
    case .refused(let batch, let attempt, let refusal):
      Self.call(batch, attempt) + [
        .init("code", .text(refusal.code)), .init("message", .text(refusal.message)),
        .init("requestId", .text(refusal.requestID)), .init("kind", .text(refusal.kind.rawValue)),
      ]
    case .throttled(let batch, let attempt):
      Self.call(batch, attempt)
    case .lost(let batch, let attempt, let reason):
      Self.call(batch, attempt) + [.init("reason", .text(reason))]
    case .observed(let stack, let present, let gone, let unreadable, let failure):
      [
        .init("stack", .text(stack)), .init("present", .indices(present)), .init("gone", .indices(gone)),
        .init("unreadable", .indices(unreadable)),
      ] + (failure.map { [.init("code", .text($0.code)), .init("message", .text($0.message))] } ?? [])
    case .paused(let reason), .stopping(let reason):
      [.init("reason", .text(reason))]
    case .finished(let counts):
      [.init("counts", .counts(counts))]
    }
  }

  /// What belongs to every record of a write call.
  private static func call(_ batch: Int, _ attempt: Int) -> [JournalMember] {
    [.init("batch", .integer(batch)), .init("attempt", .integer(attempt))]
  }
}
