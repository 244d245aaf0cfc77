public import PlainText

/// Runs a program to its end.
public protocol ProcessRunning: Sendable {
  /// Runs the program that the first word names with the others as its arguments; no shell sees them.
  ///
  /// - Throws: ``ProcessError`` when it cannot be run to its end. A status other than 0 is a response, not a throw.
  func run(_ words: [String]) async throws(ProcessError) -> ProcessOutcome
}

/// What a program has left when it ended.
public struct ProcessOutcome: Sendable, Equatable {
  /// How it ended.
  public enum Status: Sendable, Equatable {
    /// By itself, with this status.
    case exited(Int32)
    /// By this signal.
    case signalled(Int32)
  }

  /// How it ended.
  public var status: Status
  /// What it wrote to its standard output, which may be credentials.
  ///
  /// What it wrote to its standard error is for a person alone, and not kept: it may be anything.
  public var output: Secret

  /// Makes an outcome.
  public init(status: Status, output: Secret) {
    self.status = status
    self.output = output
  }
}

/// Why a program could not be run to its end; `reason` is a clause.
public struct ProcessError: Error, Sendable, Equatable {
  /// What is wrong, as a clause.
  public var reason: String

  /// Makes an error.
  public init(reason: String) {
    self.reason = reason
  }
}
