import Glibc
import LocalIO
import SystemPackage

/// Reads a file that the command line names, once and whole.
enum InputFile {
  /// Nobody's list of people is longer; a device or a wrong file might be.
  private static let limit = 64 << 20

  /// The bytes of the file at `path`, or of standard input for `-`.
  ///
  /// - Throws: ``CommandFailure`` with status 2 when it cannot be read.
  static func contents(of path: String) throws -> [UInt8] {
    let isStandardInput = path == "-"
    if isStandardInput, isatty(STDIN_FILENO) == 1 {
      StandardError.line("Reading the list from the terminal. Type or paste it, then Enter and Ctrl-D.")
    }
    do throws(WholeFile.Failure) {
      return try isStandardInput
        ? WholeFile.rest(of: .standardInput, upTo: limit) : WholeFile.contents(of: path, upTo: limit)
    } catch {
      switch error {
      case .system(let error): throw CommandFailure(.usage, "\(path) cannot be read: \(error). Nothing was sent.")
      case .tooLarge:
        throw CommandFailure(.usage, "\(path) is larger than \(limit >> 20) MiB, which no list is. Nothing was sent.")
      }
    }
  }
}
