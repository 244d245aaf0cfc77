import Glibc

/// Results: what a pipe or a file behind the command is meant to get.
enum StandardOutput {
  /// Writes `text` as it is.
  ///
  /// A reader that went away has read what it wanted, which is no failure.
  ///
  /// - Throws: ``CommandFailure`` when not all of it could be written, as on a full disk.
  static func write(_ text: String) throws {
    do throws(WriteError) {
      try FileDescriptorWriter.write(text, to: STDOUT_FILENO)
    } catch {
      guard error.number != EPIPE else { return }
      throw CommandFailure(
        .unavailable,
        "The result could not be written to standard output: \(String(cString: strerror(error.number))). "
          + "What is there is not complete."
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
      try FileDescriptorWriter.write(text, to: STDERR_FILENO)
    } catch {
      // There is no other place to say so, and a run goes on without being watched.
    }
  }
}

/// Why a text was not written to its end: a number of errno(3).
struct WriteError: Error {
  var number: Int32
}

/// Writes texts to open files.
enum FileDescriptorWriter {
  /// Writes all of `text`; a pipe that is full for now is waited for, even where somebody made it non-blocking.
  static func write(_ text: String, to descriptor: Int32) throws(WriteError) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      } else if errno != EINTR {
        throw WriteError(number: errno)
      }
    }
  }
}
