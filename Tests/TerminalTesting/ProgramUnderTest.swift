import Glibc

/// The programs that were built together with the running tests.
package enum ProgramUnderTest {
  /// What a command left behind.
  package struct Result: Sendable {
    package let status: ProgramEnding
    package let standardOutput: String
    package let standardError: String
  }

  /// The path of the built executable `name`.
  ///
  /// It lies beside the running test program, or beside the bundle that the test runner has loaded.
  /// - Throws: ``TestingError`` with the places looked at.
  package static func path(of name: String) throws -> String {
    let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    var own = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &own, own.count - 1)
    let running = length > 0 ? [String(decoding: own.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)] : []
    let places = (bundles + running).map { "\($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)])/\(name)" }
    guard let path = places.first(where: { access($0, X_OK) == 0 }) else {
      throw TestingError("\(name) has not been built. Looked at: \(places.joined(separator: ", ")).")
    }
    return path
  }

  /// Runs a built executable without a terminal, and waits for its end.
  ///
  /// - Parameter environment: Variables added to the pinned ones.
  /// - Throws: ``TestingError`` when the program does not end within `timeout`. Any exit status is a result.
  package static func run(
    _ name: String,
    arguments: [String] = [],
    environment: [String: String] = [:],
    standardInput: String = "",
    timeout: Duration = EmulatedTerminal.usualTimeout
  ) throws -> Result {
    try run(
      path: path(of: name),
      arguments: arguments,
      environment: environment,
      standardInput: standardInput,
      timeout: timeout
    )
  }

  /// Runs the executable at `path` as ``run(_:arguments:environment:standardInput:timeout:)`` does a built one.
  package static func run(
    path: String,
    arguments: [String] = [],
    environment: [String: String] = [:],
    standardInput: String = "",
    timeout: Duration = EmulatedTerminal.usualTimeout
  ) throws -> Result {
    let pinned = try PinnedEnvironment(adding: environment)
    let streams = try StandardStreams(input: standardInput)
    var process = try SpawnedProcess(
      executable: path,
      arguments: arguments,
      environment: pinned.variables,
      descriptors: streams.descriptors
    )
    defer { process.kill() }
    let deadline = ContinuousClock().now + timeout
    while true {
      if let status = process.poll() {
        let result = Result(
          status: status,
          standardOutput: try streams.written(to: STDOUT_FILENO),
          standardError: try streams.written(to: STDERR_FILENO)
        )
        if !path.hasSuffix("/appstream-emulator") { result.searchForSecrets(pinned, arguments) }
        return result
      }
      guard ContinuousClock().now < deadline else {
        let errors = try streams.written(to: STDERR_FILENO)
        throw TestingError("\(path) did not end within \(timeout). Its standard error: \(errors)")
      }
      poll(nil, 0, 2)
    }
  }
}

extension ProgramUnderTest.Result {
  fileprivate func searchForSecrets(_ environment: borrowing PinnedEnvironment, _ arguments: [String]) {
    let secrets = SecretWatch.secrets(in: environment.variables)
    SecretWatch.search(Array(standardOutput.utf8), of: "standard output", for: secrets)
    SecretWatch.search(Array(standardError.utf8), of: "standard error", for: secrets)
    for place in environment.places(in: arguments) { SecretWatch.searchFiles(at: place, for: secrets) }
  }
}
