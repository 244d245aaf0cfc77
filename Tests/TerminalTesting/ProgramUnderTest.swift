import FoundationEssentials
import Glibc

/// The programs that tests start: those that ship, or those that were built together with the running tests.
package enum ProgramUnderTest {
  /// The folder with the programs as they ship, which the environment variable `PROGRAMS_UNDER_TEST` names; `nil` where
  /// the debug build is tested.
  package static let shippedFolder = ProcessInfo.processInfo.environment["PROGRAMS_UNDER_TEST"]

  private static let shipped = ["appstream-console", "appstream-emulator"]

  /// What a command left behind.
  package struct Result: Sendable {
    package let status: ProgramEnding
    package let standardOutput: String
    package let standardError: String
  }

  /// The path of the executable `name`.
  ///
  /// A program that ships lies in ``shippedFolder`` where there is one. Everything else lies beside the running test
  /// program, or beside the bundle that the test runner has loaded.
  /// - Throws: ``TestingError`` with the places looked at.
  package static func path(of name: String) throws -> String {
    if let shippedFolder, shipped.contains(name) {
      let path = "\(shippedFolder)/\(name)"
      guard access(path, X_OK) == 0 else { throw TestingError("\(path) of PROGRAMS_UNDER_TEST cannot be run.") }
      return path
    }
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
    let result = try run(
      path: path,
      argumentVector: [path] + arguments,
      environment: pinned.variables,
      standardInput: standardInput,
      timeout: timeout
    )
    if !path.hasSuffix("/appstream-emulator") { result.searchForSecrets(pinned, arguments) }
    return result
  }

  /// Runs the executable at `path` with just these arguments, its own name included, and just this environment.
  package static func run(
    path: String,
    argumentVector: [String],
    environment: [String: String],
    standardInput: String = "",
    timeout: Duration = EmulatedTerminal.usualTimeout
  ) throws -> Result {
    let streams = try StandardStreams(input: standardInput)
    var process = try SpawnedProcess(
      executable: path,
      argumentVector: argumentVector,
      environment: environment,
      descriptors: streams.descriptors
    )
    defer { process.kill() }
    let deadline = ContinuousClock().now + timeout
    while true {
      if let status = process.poll() {
        return Result(
          status: status,
          standardOutput: try streams.written(to: STDOUT_FILENO),
          standardError: try streams.written(to: STDERR_FILENO)
        )
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
