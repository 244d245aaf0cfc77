import SystemPackage

/// Standard output and standard error, written at once and without a buffer: whoever started the program waits for the
/// line that names the port.
enum StandardStream {
  case output, error

  /// Writes all of `text`; a reader that has gone away is none of the emulator's business.
  static func write(_ text: String, to stream: StandardStream) {
    let descriptor = stream == .output ? FileDescriptor.standardOutput : .standardError
    do { try descriptor.writeAll(text.utf8) } catch { /* Whoever would read of it has gone. */  }
  }
}
