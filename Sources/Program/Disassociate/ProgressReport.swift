import PlainText
import Runs

/// What is worth a line while a run goes on.
struct ProgressReport: Sendable {
  private var progress: RunProgress
  private let loginCommand: String?

  /// - Parameter loginCommand: What begins the session anew from which the credentials come.
  init(_ machine: RunMachine, loginCommand: String?) {
    progress = RunProgress(machine)
    self.loginCommand = loginCommand
  }

  /// Follows the run, and says in words what `record` brought.
  mutating func line(after record: RunRecord) -> Line? {
    progress.apply(record)
    switch record {
    case .answered:
      return Line(progress.sentText)
    case .observed(let stack, let present, let gone, let unreadable, let failure):
      return readBackText(stack, present + gone, unreadable, failure)
    case .throttled:
      return progress.machine.slownessText.map { Line($0) }
    case .lost(_, _, let reason):
      return "the answer to a call was lost; its stacks are read to see what was done. \(reason)"
    case .refused(_, _, let refusal):
      return "the service refused a call: \(refusal.message) (\(refusal.code))"
    case .paused(let reason):
      guard case .credentials = PauseCause(reason) else { return "paused: \(reason)" }
      let remedy: Line = loginCommand.map { "run \"\($0)\"" } ?? "renew the credentials"
      return "paused: \(reason) - \(remedy) in another shell; the run goes on by itself"
    case .stopping(let reason):
      return "stopping: \(reason)"
    case .opened, .confirmed, .sending, .finished:
      return nil
    }
  }

  /// What one read told of a stack's own entries, and of no others.
  private func readBackText(_ stack: String, _ seen: [Int], _ unreadable: [Int], _ failure: EntryError?) -> Line {
    let counts = RunCounts((seen + unreadable).map { progress.machine.entries[$0] })
    let parts = [
      counts.text, counts.queued > 0 ? "\(counts.queued) sent again" : "",
      counts.sent > 0 ? "\(counts.sent) read again" : "",
    ].filter { !$0.isEmpty }
    let why: Line = failure.map { ": \($0.message) (\($0.code))" } ?? ""
    let head: Line = unreadable.isEmpty ? "\(stack) read back" : "\(stack) could not be read back\(why)"
    return parts.isEmpty ? head : "\(head): \(parts.joined(separator: ", "))"
  }
}
