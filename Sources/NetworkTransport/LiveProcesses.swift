public import AWSClientCore
import PlainText
import Subprocess
import SystemPackage

/// Runs the programs of `credential_process` on this machine.
public struct LiveProcesses: ProcessRunning {
  /// More than credentials and a complaint need; a program that never stops writing must not fill the memory.
  private static let largestOutput = 1 << 20

  private let sharesTerminal: @Sendable () -> Bool
  private let limit: Duration
  private let personLimit: Duration

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - sharesTerminal: Whether programs may speak with the person: at `/dev/tty`, and by standard input and standard
  ///     error. Where this process draws a screen there, they must not; they then fail instead.
  ///   - limit: How long a program may take that speaks with nobody.
  ///   - personLimit: How long one may take that does, and may wait for a login in a browser.
  public init(
    sharesTerminal: @escaping @Sendable () -> Bool,
    limit: Duration = .seconds(60),
    personLimit: Duration = .seconds(600)
  ) {
    self.sharesTerminal = sharesTerminal
    self.limit = limit
    self.personLimit = personLimit
  }

  /// Runs a program with this process's environment.
  ///
  /// A name without a slash is looked for in `PATH`. Cancelling the task ends the program.
  ///
  /// - Throws: `ProcessError` when it cannot be started, writes too much or does not end in time.
  public func run(_ words: [String]) async throws(ProcessError) -> ProcessOutcome {
    let isShared = sharesTerminal()
    let limit = isShared ? personLimit : limit
    let outcome = await Race.against(limit) {
      await perform(words, isShared)
    } otherwise: { expiry in
      switch expiry {
      case .limit: .failure(ProcessError(reason: "did not end within \(limit.text)"))
      case .cancellation: .failure(ProcessError(reason: "was cancelled"))
      }
    }
    return try outcome.get()
  }

  private func perform(_ words: [String], _ isShared: Bool) async -> Result<ProcessOutcome, ProcessError> {
    guard let program = words.first else { return .failure(ProcessError(reason: "is empty")) }
    var options = PlatformOptions()
    options.createSession = !isShared
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: options.createSession, allowedDurationToNextStep: .seconds(1))
    ]
    do {
      let executable: Executable = program.contains("/") ? .path(FilePath(program)) : .name(program)
      let arguments = Arguments(Array(words.dropFirst()))
      guard isShared else {
        let result = try await Subprocess.run(
          executable,
          arguments: arguments,
          platformOptions: options,
          output: .string(limit: Self.largestOutput),
          error: .discarded
        )
        return .success(Self.outcome(result.terminationStatus, result.standardOutput))
      }
      let result = try await Subprocess.run(
        executable,
        arguments: arguments,
        platformOptions: options,
        input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
        output: .string(limit: Self.largestOutput),
        error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false)
      )
      return .success(Self.outcome(result.terminationStatus, result.standardOutput))
    } catch let error as SubprocessError {
      return .failure(ProcessError(reason: Self.reason(error)))
    } catch {
      return .failure(ProcessError(reason: "was cancelled"))
    }
  }

  private static func outcome(_ status: TerminationStatus, _ output: String) -> ProcessOutcome {
    switch status {
    case .exited(let code): ProcessOutcome(status: .exited(code), output: Secret(output))
    case .signaled(let signal): ProcessOutcome(status: .signalled(signal), output: Secret(output))
    }
  }

  private static func reason(_ error: SubprocessError) -> String {
    switch error.code {
    case .executableNotFound: "is not there, or is no program"
    case .spawnFailed: "cannot be started"
    case .outputLimitExceeded: "writes more than \(largestOutput >> 20) MiB"
    default: "failed"
    }
  }
}

extension Duration {
  /// The seconds, such as `60 s`.
  fileprivate var text: String {
    let seconds = self / .seconds(1)
    return seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
  }
}
