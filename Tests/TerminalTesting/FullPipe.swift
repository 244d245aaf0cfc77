import CVTerm
import Glibc

/// A pipe that takes 4096 bytes more, and that nobody reads.
final class FullPipe {
  let writingEnd: CInt
  private let readingEnd: CInt

  init() throws {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw TestingError("pipe: \(systemMessage())") }
    (readingEnd, writingEnd) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // Only while it is filled: the program gets a pipe like any other.
    let modes = fcntl(writingEnd, F_GETFL)
    _ = fcntl(writingEnd, F_SETFL, modes | O_NONBLOCK)
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
    for size in [bytes.count, 1] { while write(writingEnd, bytes, size) > 0 {} }
    _ = fcntl(writingEnd, F_SETFL, modes)
    // Room comes by the page.
    var page = [UInt8](repeating: 0, count: 4096)
    guard read(readingEnd, &page, page.count) == page.count else { throw TestingError("read: \(systemMessage())") }
  }

  deinit {
    close(readingEnd)
    close(writingEnd)
  }
}
