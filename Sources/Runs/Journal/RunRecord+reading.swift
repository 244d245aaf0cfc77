import AppStream
import PlainText

/// Why the members of a line are no record; a clause about the line.
struct RecordMemberError: Error, Equatable {
  var reason: String
}

extension RunRecord {
  /// Reads the record of `type` from the members of a line.
  init(type: String, _ line: RecordMembers) throws(RecordMemberError) {
    switch type {
    case "opened":
      let holder = RunHolder(
        processID: try line.number("pid"),
        host: try line.text("host"),
        version: try line.text("version")
      )
      self = .opened(holder)
    case "confirmed":
      self = .confirmed(how: try line.text("how"))
    case "sending":
      self = .sending(
        batch: try line.ordinal("batch"),
        attempt: try line.ordinal("attempt"),
        entries: try line.indices("entries")
      )
    case "answered":
      self = .answered(
        batch: try line.ordinal("batch"),
        attempt: try line.ordinal("attempt"),
        requestID: try line.optionalText("requestId"),
        errors: try line.errors("errors")
      )
    case "refused":
      self = .refused(
        batch: try line.ordinal("batch"),
        attempt: try line.ordinal("attempt"),
        refusal: try line.refusal()
      )
    case "throttled":
      self = .throttled(batch: try line.ordinal("batch"), attempt: try line.ordinal("attempt"))
    case "lost":
      self = .lost(
        batch: try line.ordinal("batch"),
        attempt: try line.ordinal("attempt"),
        reason: try line.text("reason")
      )
    case "observed":
      self = .observed(
        stack: try line.text("stack"),
        present: try line.indices("present"),
        gone: try line.indices("gone"),
        unreadable: try line.indices("unreadable"),
        failure: try line.readFailure()
      )
    case "paused":
      self = .paused(reason: try line.text("reason"))
    case "stopping":
      self = .stopping(reason: try line.text("reason"))
    case "finished":
      self = .finished(try line.counts("counts"))
    default:
      throw RecordMemberError(reason: "its type is \"\(Line(type))\", which this version does not know")
    }
  }
}
