package import AWSClientCore
import PlainText
import Synchronization

/// Programs that end as a test says, and whose arguments are remembered; `/bin/echo` and `/bin/false` need no saying.
package final class ScriptedProcesses: ProcessRunning {
  private let state = Mutex<(outcomes: [Result<ProcessOutcome, ProcessError>], runs: [[String]])>(([], []))

  package init() {}

  /// The words of every program that was run.
  package var runs: [[String]] { state.withLock(\.runs) }

  /// Has the next program write `output` and end.
  package func next(_ output: String, status: ProcessOutcome.Status = .exited(0)) {
    let outcome = ProcessOutcome(status: status, output: Secret(output))
    state.withLock { $0.outcomes.append(.success(outcome)) }
  }

  /// Has the next program fail to run.
  package func nextFails(_ reason: String) {
    state.withLock { $0.outcomes.append(.failure(ProcessError(reason: reason))) }
  }

  package func run(_ words: [String]) async throws(ProcessError) -> ProcessOutcome {
    let outcome = state.withLock { state in
      state.runs.append(words)
      return state.outcomes.isEmpty ? Self.usual(words) : state.outcomes.removeFirst()
    }
    return try outcome.get()
  }

  private static func usual(_ words: [String]) -> Result<ProcessOutcome, ProcessError> {
    switch words.first {
    case "/bin/echo":
      let output = Secret(words.dropFirst().joined(separator: " ") + "\n")
      return .success(ProcessOutcome(status: .exited(0), output: output))
    case "/bin/false":
      return .success(ProcessOutcome(status: .exited(1), output: Secret("")))
    default:
      return .failure(ProcessError(reason: "is not scripted"))
    }
  }
}
