import FoundationEssentials
import Glibc

/// A call to the operating system that failed.
struct SystemError: Error, Equatable {
  /// Its `errno`.
  var number: Int32

  /// Whether it says that a file system has no locks, as NFS without its lock service (flock(2), `ENOLCK`).
  var isWithoutLocks: Bool { number == ENOLCK || number == ENOTSUP || number == ENOSYS }

  /// The error of the call that failed last.
  static var last: SystemError { SystemError(number: errno) }

  /// What it means, as a clause.
  var reason: String {
    switch number {
    case ELOOP: "it is a symbolic link"
    case EISDIR: "it is a directory"
    case _ where isWithoutLocks:
      "its file system does not lock files; set XDG_STATE_HOME to a directory on a disk of this machine"
    case ENOTDIR: "a part of its path is not a directory"
    default: String(cString: strerror(number)).lowercased()
    }
  }
}

/// Locks an open file as flock(2) does: 0, or the number of its error.
typealias SystemLock = @Sendable (Int32, Int32) -> Int32

/// An open file or directory; leaving the scope closes it.
struct Descriptor: ~Copyable {
  let number: Int32

  private init(_ number: Int32) { self.number = number }

  deinit {
    // A process that is just being started has a copy until it runs its program, and the lock would last as long
    // (flock(2)).
    flock(number, LOCK_UN)
    Glibc.close(number)
  }

  /// Opens the directory that every absolute path begins with.
  static func root() throws(SystemError) -> Descriptor {
    let number = Glibc.open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .last }
    return Descriptor(number)
  }

  /// Opens the directory at `path`, links in it followed.
  static func directory(at path: String) throws(SystemError) -> Descriptor {
    let number = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .last }
    return Descriptor(number)
  }

  /// Opens what is called `name` in this directory, never through a link.
  func open(_ name: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) -> Descriptor {
    while true {
      let number = openat(self.number, name, flags | O_NOFOLLOW | O_CLOEXEC, mode)
      if number >= 0 { return Descriptor(number) }
      guard errno == EINTR else { throw .last }
    }
  }

  /// Opens the directory called `name` in this one, never through a link.
  func openDirectory(_ name: String) throws(SystemError) -> Descriptor {
    try open(name, O_RDONLY | O_DIRECTORY)
  }

  /// Makes a directory that only its owner may use.
  func makeDirectory(_ name: String) throws(SystemError) {
    guard mkdirat(number, name, 0o700) == 0 else { throw .last }
  }

  /// Takes `name` out of this directory.
  func unlink(_ name: String) throws(SystemError) {
    guard unlinkat(number, name, 0) == 0 else { throw .last }
  }

  /// Puts `name` in the place of `other`, both in this directory.
  func rename(_ name: String, to other: String) throws(SystemError) {
    guard renameat(number, name, number, other) == 0 else { throw .last }
  }

  /// What the file system says of it.
  func status() throws(SystemError) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .last }
    return status
  }

  /// What the file system says of `name` in this directory, which may be a link; `nil` when nothing is there.
  func status(of name: String) throws(SystemError) -> stat? {
    var status = stat()
    if fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
    if errno == ENOENT { return nil }
    throw .last
  }

  /// Has what was written on disk before it returns.
  func synchronize() throws(SystemError) {
    while fsync(number) != 0 {
      guard errno == EINTR else { throw .last }
    }
  }

  /// Cuts the file to `length` bytes.
  func truncate(to length: Int) throws(SystemError) {
    while ftruncate(number, off_t(length)) != 0 {
      guard errno == EINTR else { throw .last }
    }
  }

  /// Locks the file against other openings of it.
  ///
  /// - Parameter kind: `LOCK_EX` or `LOCK_SH`.
  /// - Returns: `false` when another opening has it locked.
  func lock(_ kind: Int32, with systemLock: SystemLock = Self.systemLock) throws(SystemError) -> Bool {
    while true {
      switch systemLock(number, kind | LOCK_NB) {
      case 0: return true
      case EWOULDBLOCK: return false
      case EINTR: continue
      case let error: throw SystemError(number: error)
      }
    }
  }

  /// flock(2) itself.
  static let systemLock: SystemLock = { number, operation in flock(number, operation) == 0 ? 0 : errno }

  /// Lets go of a lock.
  func unlock() throws(SystemError) {
    guard flock(number, LOCK_UN) == 0 else { throw .last }
  }
}
