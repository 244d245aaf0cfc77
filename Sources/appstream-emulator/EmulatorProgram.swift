import ArgumentParser
import Glibc

/// The program's beginning and end: options are read here, and errors become an exit status.
@main
enum EmulatorProgram {
  static func main() async {
    do {
      let command = try EmulatorCommand.parse()
      try await command.run()
    } catch {
      let status = EmulatorCommand.exitCode(for: error)
      StandardStream.write(EmulatorCommand.fullMessage(for: error) + "\n", to: status == .success ? .output : .error)
      // ArgumentParser's own status for wrong options is 64; ours is 2, as with every other usage error.
      exit(status == .validationFailure || error is UsageError ? 2 : status.rawValue)
    }
  }
}

/// What the program was started with cannot be used.
struct UsageError: Error, CustomStringConvertible {
  /// A sentence that says what, why, and what to do.
  let description: String
}
