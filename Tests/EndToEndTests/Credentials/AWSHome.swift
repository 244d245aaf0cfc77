import FoundationEssentials
import Glibc
import TerminalTesting
import TestSupport

/// A home directory with AWS's files in it, for as long as a test holds it.
final class AWSHome {
  private let scratch: Scratch

  /// Makes one whose `~/.aws/config` has this content.
  init(config: String) throws {
    scratch = try Scratch()
    try write(config, to: ".aws/config")
  }

  /// What `HOME` is set to.
  var path: String { scratch.path }

  /// The environment of programs that live here; their journals and their log are searched for secrets.
  var environment: [String: String] {
    ["HOME": path, "XDG_STATE_HOME": "\(path)/state", "AWS_REGION": "eu-west-1", "AWS_DEFAULT_REGION": "eu-west-1"]
  }

  /// The arguments that have everything logged, into a file that is searched for secrets too.
  var logging: [String] { ["--log-level", "trace", "--log-file", "\(path)/log"] }

  /// Writes a file below the home, and makes the directories for it.
  func write(_ content: String, to name: String) throws {
    let file = "\(path)/\(name)"
    let directory = file.prefix(upTo: file.lastIndex(of: "/") ?? file.endIndex)
    try FileManager.default.createDirectory(atPath: String(directory), withIntermediateDirectories: true)
    try Data(content.utf8).write(to: URL(filePath: file))
  }

  /// The content of a file below the home.
  func content(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }

  /// The permission bits of a file below the home.
  func mode(of name: String) throws -> mode_t {
    var status = stat()
    guard stat("\(path)/\(name)", &status) == 0 else { throw TestingError("stat failed with errno \(errno)") }
    return status.st_mode & 0o777
  }
}
