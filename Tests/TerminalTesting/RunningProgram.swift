/// A built program that runs beside the test, without a terminal, until it ends or the test kills it.
package final class RunningProgram {
  private let home: PinnedEnvironment
  private let streams: StandardStreams
  private var process: SpawnedProcess

  /// Starts it; `environment` is added to the pinned one.
  package init(_ name: String, arguments: [String], environment: [String: String]) throws {
    home = try PinnedEnvironment(adding: environment)
    streams = try StandardStreams(input: "")
    process = try SpawnedProcess(
      executable: try ProgramUnderTest.path(of: name),
      arguments: arguments,
      environment: home.variables,
      descriptors: streams.descriptors
    )
  }

  /// How it ended; `nil` while it runs.
  package func ending() -> ProgramEnding? { process.poll() }

  /// Ends it with SIGKILL, unless it has ended.
  package func kill() { process.kill() }

  deinit {
    // Nobody waits for it any more.
    process.kill()
  }
}
