import Glibc
import LocalIO
import PlainText
import SystemPackage

/// Reads a file that the command line names, once and whole.
enum InputFile {
  /// Nobody's list of people is longer; a device or a wrong file might be.
  private static let limit = 64 << 20

  /// The bytes of the file at `path`, or of the standard input of `process` for `-`.
  ///
  /// - Throws: ``CommandFailure`` with status 2 when it cannot be read.
  static func contents(of path: String, _ process: ProcessContext) throws -> [UInt8] {
    if path == "-" { return try process.standardInput() }
    do throws(WholeFile.Failure) {
      return try WholeFile.contents(of: path, upTo: limit)
    } catch {
      throw failure(error, path)
    }
  }

  /// The bytes of the file at `path`, which is read without waiting for anybody: a pipe or a terminal is refused.
  static func contents(ofRegularFile path: String) throws(WholeFile.Failure) -> [UInt8] {
    try WholeFile.contents(ofRegularFile: path, upTo: limit)
  }

  /// What is on this process's standard input; whoever sits before it is told that something is waited for.
  ///
  /// - Throws: ``CommandFailure`` with status 2 when it cannot be read.
  @Sendable static func standardInput() throws -> [UInt8] {
    if isatty(STDIN_FILENO) == 1 {
      StandardError.line("Reading the list from the terminal. Type or paste it, then Enter and Ctrl-D.")
    }
    do throws(WholeFile.Failure) {
      return try WholeFile.rest(of: .standardInput, upTo: limit)
    } catch {
      throw failure(error, "-")
    }
  }

  private static func failure(_ failure: WholeFile.Failure, _ path: String) -> CommandFailure {
    CommandFailure.unsent(.usage, sentence(of: failure, path))
  }

  /// Why the file at `path` was not read.
  static func sentence(of failure: WholeFile.Failure, _ path: String) -> Line {
    switch failure {
    case .system(let error): "\(path) cannot be read: \(error)."
    case .notRegular: "\(path) is no regular file."
    case .tooLarge: "\(path) is larger than \(limit >> 20) MiB, which no list is."
    }
  }
}
