import Glibc

/// Standard output and standard error, written at once and without a buffer: whoever started the program waits for the
/// line that names the port.
enum StandardStream: Int32 {
  case output = 1
  case error = 2

  /// Writes all of `text`; a reader that has gone away is none of the emulator's business.
  static func write(_ text: String, to stream: StandardStream) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(stream.rawValue, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
