/// A program that runs beside the test, without a terminal, until it ends or the test kills it.
package final class RunningProgram {
  private let home: PinnedEnvironment
  private let streams: StandardStreams
  private var process: SpawnedProcess

  /// Starts a built one; `environment` is added to the pinned one.
  package convenience init(_ name: String, arguments: [String], environment: [String: String]) throws {
    try self.init(path: ProgramUnderTest.path(of: name), arguments: arguments, environment: environment)
  }

  /// Starts the one at `path`.
  package init(path: String, arguments: [String], environment: [String: String] = [:]) throws {
    home = try PinnedEnvironment(adding: environment)
    streams = try StandardStreams(input: "")
    process = try SpawnedProcess(
      executable: path,
      arguments: arguments,
      environment: home.variables,
      descriptors: streams.descriptors
    )
  }

  /// Its number.
  package var pid: Int { Int(process.pid) }

  /// What it has written to standard output so far.
  package var output: String {
    get throws { try streams.written(to: 1) }
  }

  /// What it has written to standard error so far.
  package func standardError() throws -> String { try streams.written(to: 2) }

  /// How it ended; `nil` while it runs.
  package func ending() -> ProgramEnding? { process.poll() }

  /// Ends it with SIGKILL, unless it has ended.
  package func kill() { process.kill() }

  deinit {
    // Nobody waits for it any more.
    process.kill()
  }
}
