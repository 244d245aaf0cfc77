import CVTerm
import Glibc

/// Standard input, output and error of a program, as files without names.
///
/// Files hold any amount, so a program that writes much cannot get stuck against a test that does not read yet.
struct StandardStreams: ~Copyable {
  let descriptors: [CInt]

  init(input: String) throws {
    descriptors = try [input, "", ""].map(Self.namelessFile(holding:))
  }

  private static func namelessFile(holding text: String) throws -> CInt {
    var template = Array("/tmp/appstream-console-stream-XXXXXX".utf8CString)
    let descriptor = mkostemp(&template, O_CLOEXEC)
    let bytes = Array(text.utf8)
    guard
      descriptor >= 0, unlink(template) == 0, write(descriptor, bytes, bytes.count) == bytes.count,
      lseek(descriptor, 0, SEEK_SET) == 0
    else { throw TestingError("The program's streams could not be made: \(systemMessage())") }
    return descriptor
  }

  deinit {
    descriptors.forEach { close($0) }
  }

  func written(to stream: CInt) throws -> String {
    let descriptor = descriptors[Int(stream)]
    let length = lseek(descriptor, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: Int(length))
    guard pread(descriptor, &bytes, bytes.count, 0) == length else {
      throw TestingError("The program's output could not be read: \(systemMessage())")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
