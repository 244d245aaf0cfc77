package import Glibc
package import SystemPackage

/// Locks an open file as flock(2) does: 0, or the number of its error.
package typealias SystemLock = @Sendable (Int32, Int32) -> Int32

/// An open file or directory; leaving the scope closes it.
package struct Descriptor: ~Copyable {
  package let number: Int32

  private init(_ number: Int32) { self.number = number }

  deinit {
    // A process that is just being started has a copy until it runs its program, and the lock would last as long
    // (flock(2)).
    flock(number, LOCK_UN)
    Glibc.close(number)
  }

  /// Opens the directory that every absolute path begins with.
  package static func root() throws(Errno) -> Descriptor {
    let number = Glibc.open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .last }
    return Descriptor(number)
  }

  /// Opens the directory at `path`, links in it followed.
  package static func directory(at path: String) throws(Errno) -> Descriptor {
    let number = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .last }
    return Descriptor(number)
  }

  /// Opens what is called `name` in this directory, never through a link.
  package func open(_ name: String, _ flags: Int32, mode: mode_t = 0) throws(Errno) -> Descriptor {
    while true {
      let number = openat(self.number, name, flags | O_NOFOLLOW | O_CLOEXEC, mode)
      if number >= 0 { return Descriptor(number) }
      guard errno == EINTR else { throw .last }
    }
  }

  /// Opens the directory called `name` in this one, never through a link.
  package func openDirectory(_ name: String) throws(Errno) -> Descriptor {
    try open(name, O_RDONLY | O_DIRECTORY)
  }

  /// Makes a directory that only its owner may use.
  package func makeDirectory(_ name: String) throws(Errno) {
    guard mkdirat(number, name, 0o700) == 0 else { throw .last }
  }

  /// Takes `name` out of this directory.
  package func unlink(_ name: String) throws(Errno) {
    guard unlinkat(number, name, 0) == 0 else { throw .last }
  }

  /// Puts `name` in the place of `other`, both in this directory.
  package func rename(_ name: String, to other: String) throws(Errno) {
    guard renameat(number, name, number, other) == 0 else { throw .last }
  }

  /// What the file system says of it.
  package func status() throws(Errno) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .last }
    return status
  }

  /// What the file system says of `name` in this directory, which may be a link; `nil` when nothing is there.
  package func status(of name: String) throws(Errno) -> stat? {
    var status = stat()
    if fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
    if errno == ENOENT { return nil }
    throw .last
  }

  /// Has what was written on disk before it returns.
  package func synchronize() throws(Errno) {
    while fsync(number) != 0 {
      guard errno == EINTR else { throw .last }
    }
  }

  /// Cuts the file to `length` bytes.
  package func truncate(to length: Int) throws(Errno) {
    while ftruncate(number, off_t(length)) != 0 {
      guard errno == EINTR else { throw .last }
    }
  }

  /// Locks the file against other openings of it.
  ///
  /// - Parameter kind: `LOCK_EX` or `LOCK_SH`.
  /// - Returns: `false` when another opening has it locked.
  package func lock(_ kind: Int32, with systemLock: SystemLock = Self.systemLock) throws(Errno) -> Bool {
    while true {
      switch systemLock(number, kind | LOCK_NB) {
      case 0: return true
      case EWOULDBLOCK: return false
      case EINTR: continue
      case let error: throw Errno(rawValue: error)
      }
    }
  }

  /// flock(2) itself.
  package static let systemLock: SystemLock = { number, operation in flock(number, operation) == 0 ? 0 : errno }

  /// Lets go of a lock.
  package func unlock() throws(Errno) {
    guard flock(number, LOCK_UN) == 0 else { throw .last }
  }
}
