import FoundationEssentials
import Glibc
import Testing

/// A directory that is there as long as it is used.
final class Scratch: Sendable {
  let path: String

  init() throws {
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
  subscript(name: String) -> String { "\(path)/\(name)" }

  func makeDirectory(_ name: String, mode: mode_t = 0o700) {
    #expect(mkdir(self[name], mode) == 0)
    #expect(chmod(self[name], mode) == 0)
  }

  func link(_ name: String, to target: String) {
    #expect(symlink(target, self[name]) == 0)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: self[name]))
  }

  func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: self[name])))
  }

  func names(in name: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self[name]).sorted()
  }

  /// The permission bits of `name`.
  func mode(of name: String) -> mode_t {
    var status = stat()
    #expect(lstat(self[name], &status) == 0, "\(name)")
    return status.st_mode & 0o7777
  }
}
