import Glibc
import TerminalTesting

/// A file with given content, for a program under test to read.
struct TemporaryFile {
  /// Where it is.
  let path: String

  init(_ content: String) throws {
    var template = Array("/tmp/appstream-console-file-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw TestingError("mkstemp failed with errno \(errno)") }
    defer { close(descriptor) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let bytes = Array(content.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count else {
      throw TestingError("\(path) could not be written, errno \(errno)")
    }
  }

  /// Removes it.
  func remove() {
    unlink(path)
  }
}
