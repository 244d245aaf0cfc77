import Glibc
package import SystemPackage

/// Reads what a path names, whole: files, pipes and devices alike.
package enum WholeFile {
  /// Why something was not read.
  package enum Failure: Error, Equatable {
    /// The system's reason.
    case system(Errno)
    /// There is more than was to be read; a device that never ends must not fill the memory.
    case tooLarge
    /// It is no regular file, and only such a one was to be read.
    case notRegular
  }

  /// Everything in what is at `path`.
  ///
  /// - Parameter limit: The most bytes that are read.
  package static func contents(of path: String, upTo limit: Int) throws(Failure) -> [UInt8] {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw .system(.last) }
    defer { close(number) }
    return try rest(of: FileDescriptor(rawValue: number), upTo: limit)
  }

  /// Everything in the regular file at `path`.
  ///
  /// What would have to be waited for, such as a pipe without a writer, is refused.
  ///
  /// - Parameter limit: The most bytes that are read.
  package static func contents(ofRegularFile path: String, upTo limit: Int) throws(Failure) -> [UInt8] {
    let number = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard number >= 0 else { throw .system(.last) }
    defer { close(number) }
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .system(.last) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    return try rest(of: FileDescriptor(rawValue: number), upTo: limit)
  }

  /// Everything that is still to be read from `descriptor`, which stays open.
  package static func rest(of descriptor: FileDescriptor, upTo limit: Int) throws(Failure) -> [UInt8] {
    let rest: [UInt8]
    do throws(Errno) {
      // One more than it may be tells that there is more.
      rest = try descriptor.rest(upTo: limit + 1)
    } catch {
      throw .system(error)
    }
    guard rest.count <= limit else { throw .tooLarge }
    return rest
  }
}

extension FileDescriptor {
  /// What is still to be read, `limit` bytes of it at most.
  package func rest(upTo limit: Int = .max) throws(Errno) -> [UInt8] {
    var rest: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while rest.count < limit {
      let count = Glibc.read(rawValue, &buffer, min(buffer.count, limit - rest.count))
      switch count {
      case 0: return rest
      case 1...: rest += buffer[..<count]
      default: if errno != EINTR { throw .last }
      }
    }
    return rest
  }
}
