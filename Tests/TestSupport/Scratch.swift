import FoundationEssentials
package import Glibc
import Testing

/// A directory that is there as long as it is used.
package final class Scratch: Sendable {
  /// Where it is.
  package let path: String

  /// Makes a directory of its own.
  package init() throws {
    var name = Array("/tmp/appstream-console-tests.XXXXXX".utf8CString)
    path = try #require(
      name.withUnsafeMutableBufferPointer { area in
        area.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
      }
    )
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) }
  }

  /// The path of `name` in it.
  package subscript(name: String) -> String { "\(path)/\(name)" }

  /// Makes a directory in it.
  package func makeDirectory(_ name: String, mode: mode_t = 0o700) {
    #expect(mkdir(self[name], mode) == 0)
    #expect(chmod(self[name], mode) == 0)
  }

  /// Makes a symbolic link in it.
  package func link(_ name: String, to target: String) {
    #expect(symlink(target, self[name]) == 0)
  }

  /// Makes a file in it.
  package func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: self[name]))
  }

  /// Makes a file of text in it.
  ///
  /// - Returns: Its path.
  package func file(_ name: String, _ text: String) throws -> String {
    try write(Array(text.utf8), to: name)
    return self[name]
  }

  /// What a file in it holds.
  package func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: self[name])))
  }

  /// What is in a directory of it.
  package func names(in name: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self[name]).sorted()
  }

  /// The permission bits of `name`.
  package func mode(of name: String) -> mode_t {
    var status = stat()
    #expect(lstat(self[name], &status) == 0, "\(name)")
    return status.st_mode & 0o7777
  }
}
