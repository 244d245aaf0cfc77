import Glibc

/// Reads a file that the command line names, once and whole.
enum InputFile {
  /// Nobody's list of people is longer; a device or a wrong file might be.
  private static let limit = 64 << 20

  /// The bytes of the file at `path`, or of standard input for `-`.
  ///
  /// - Throws: ``CommandFailure`` with status 2 when it cannot be read.
  static func contents(of path: String) throws -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    if descriptor == STDIN_FILENO, isatty(STDIN_FILENO) == 1 {
      StandardError.line("Reading the list from the terminal. Type or paste it, then Enter and Ctrl-D.")
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path) }
      guard count > 0 else { return contents }
      contents += buffer[..<count]
      guard contents.count <= limit else {
        throw CommandFailure(.usage, "\(path) is larger than \(limit >> 20) MiB, which no list is. Nothing was sent.")
      }
    }
  }

  private static func unreadable(_ path: String) -> CommandFailure {
    CommandFailure(.usage, "\(path) cannot be read: \(String(cString: strerror(errno))). Nothing was sent.")
  }
}
