import Glibc
package import SystemPackage

/// Why a text was not written to its end.
package enum WriteError: Error {
  /// What the system said.
  case system(Errno)
  /// Nobody read it, and the process was asked to end.
  case unread

  /// The reason as a clause.
  package var reason: String {
    switch self {
    case .system(let error): error.description
    case .unread: "nobody reads it, and the program was asked to end"
    }
  }
}

/// Writes texts to open files.
package enum FileDescriptorWriter {
  /// Writes all of `text`, and waits for whoever reads it.
  ///
  /// A write that does not fit would wait where no request to end is seen. So the reader is asked for room first, and
  /// no more is written at once than fits where there is any: 4096 bytes in a pipe (`PIPE_BUF`, pipe(7)), and fewer
  /// than what the drivers of terminals call room for more.
  ///
  /// - Parameter awaitsRoom: Waits until the descriptor takes bytes; `false` where the process was asked to end
  ///   meanwhile.
  package static func write(
    _ text: String,
    to descriptor: Int32,
    awaitingRoom awaitsRoom: (Int32) -> Bool
  ) throws(WriteError) {
    var bytes = Array(text.utf8)[...]
    let most = mostAtOnce(to: descriptor)
    while !bytes.isEmpty {
      guard awaitsRoom(descriptor) else { throw .unread }
      let count = bytes.prefix(most).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR, errno != EAGAIN {
        throw .system(.last)
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
