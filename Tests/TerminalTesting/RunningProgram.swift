import Glibc

/// A program that runs beside the test, without a terminal, until it ends or the test kills it.
package final class RunningProgram {
  private let home: PinnedEnvironment
  private let streams: StandardStreams
  private let fullPipe: FullPipe?
  private var process: SpawnedProcess

  /// Starts a built one; `environment` is added to the pinned one.
  ///
  /// - Parameter unread: Its descriptors that are a pipe with room for 4096 bytes, which nobody reads.
  package convenience init(
    _ name: String,
    arguments: [String],
    environment: [String: String],
    unread: Set<CInt> = []
  ) throws {
    try self.init(path: ProgramUnderTest.path(of: name), arguments: arguments, environment: environment, unread: unread)
  }

  /// Starts the one at `path`.
  package init(
    path: String,
    arguments: [String],
    environment: [String: String] = [:],
    unread: Set<CInt> = []
  ) throws {
    home = try PinnedEnvironment(adding: environment)
    streams = try StandardStreams(input: "")
    let fullPipe = unread.isEmpty ? nil : try FullPipe()
    self.fullPipe = fullPipe
    process = try SpawnedProcess(
      executable: path,
      arguments: arguments,
      environment: home.variables,
      descriptors: streams.descriptors.enumerated().map { number, file in
        unread.contains(CInt(number)) ? fullPipe?.writingEnd ?? file : file
      }
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

  /// Sends it a signal.
  package func signal(_ number: CInt) { Glibc.kill(process.pid, number) }

  /// Ends it with SIGKILL, unless it has ended.
  package func kill() { process.kill() }

  deinit {
    // Nobody waits for it any more.
    process.kill()
  }
}
