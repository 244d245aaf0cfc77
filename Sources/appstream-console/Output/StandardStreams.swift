import Glibc
import Screen

/// Results: what a pipe or a file behind the command is meant to get.
enum StandardOutput {
  /// Writes `text` as it is, or on a terminal in what it has of characters (``OutputRepertoire``).
  ///
  /// A reader that went away has read what it wanted, which is no failure.
  ///
  /// - Throws: ``CommandFailure`` when not all of it could be written, as on a full disk.
  static func write(_ text: String) throws {
    do throws(WriteError) {
      let shown = isatty(STDOUT_FILENO) == 1 ? OutputRepertoire.current.spelling(text) : text
      try FileDescriptorWriter.write(shown, to: STDOUT_FILENO)
    } catch {
      if case .system(EPIPE) = error { return }
      throw CommandFailure(
        .unavailable,
        "The result could not be written to standard output: \(error.reason). What is there is not complete."
      )
    }
  }
}

/// Progress, prompts and errors: what a person is meant to read.
enum StandardError {
  /// Writes one line.
  static func line(_ text: String) {
    prompt(text + "\n")
  }

  /// Writes a text that the answer is typed behind.
  static func prompt(_ text: String) {
    do throws(WriteError) {
      try FileDescriptorWriter.write(OutputRepertoire.current.spelling(text), to: STDERR_FILENO)
    } catch {
      // There is no other place to say so, and a run goes on without being watched.
    }
  }
}

/// Why a text was not written to its end.
enum WriteError: Error {
  /// What the system said: a number of errno(3).
  case system(Int32)
  /// Nobody read it, and the process was asked to end.
  case unread

  /// The reason as a clause.
  var reason: String {
    switch self {
    case .system(let number): String(cString: strerror(number))
    case .unread: "nobody reads it, and the program was asked to end"
    }
  }
}

/// Writes texts to open files.
enum FileDescriptorWriter {
  /// Writes all of `text`, and waits for whoever reads it until the process is asked to end.
  ///
  /// A write that does not fit would wait where no request is seen. So the reader is asked for room first, and no more
  /// is written at once than fits where there is any: 4096 bytes in a pipe (`PIPE_BUF`, pipe(7)), and fewer than what
  /// the drivers of terminals call room for more.
  static func write(_ text: String, to descriptor: Int32) throws(WriteError) {
    var bytes = Array(text.utf8)[...]
    let most = mostAtOnce(to: descriptor)
    while !bytes.isEmpty {
      guard EndRequest.awaitRoom(in: descriptor) else { throw .unread }
      let count = bytes.prefix(most).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR, errno != EAGAIN {
        throw .system(errno)
      }
    }
  }

  private static func mostAtOnce(to descriptor: Int32) -> Int {
    var status = stat()
    // A file takes everything at once, and a line of a log is to stay in one piece.
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return .max }
    return isatty(descriptor) == 1 ? 64 : 4096
  }
}
