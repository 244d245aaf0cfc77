import FoundationEssentials
import Glibc
import TerminalTesting

/// Programs of others that the machine may or may not have.
enum ThirdParty {
  /// The AWS CLI, or `nil`.
  static let aws = path(of: "aws")
  /// A Python that has boto3, or `nil`.
  static let python = path(of: "python3").flatMap { python in
    let import3 = try? run(python, ["-c", "import boto3"], environment: [:])
    return import3?.status == .exited(0) ? python : nil
  }

  /// Runs the program at `path`, which may need this machine's own `PATH`.
  static func run(
    _ path: String,
    _ arguments: [String],
    environment: [String: String]
  ) throws -> ProgramUnderTest.Result {
    var environment = environment
    environment["PATH"] = ProcessInfo.processInfo.environment["PATH"]
    environment["PYENV_ROOT"] = ProcessInfo.processInfo.environment["PYENV_ROOT"]
    return try ProgramUnderTest.run(
      path: path,
      arguments: arguments,
      environment: environment,
      timeout: .seconds(120)
    )
  }

  static func path(of name: String) -> String? {
    let places = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return places.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
