import FoundationEssentials
import Glibc

/// A call to the operating system that failed.
struct SystemError: Error, Equatable {
  /// Its `errno`.
  var number: Int32

  /// The error of the call that failed last.
  static var last: SystemError { SystemError(number: errno) }

  /// What it means, as a clause.
  var reason: String {
    switch number {
    case ELOOP: "it is a symbolic link"
    case EISDIR: "it is a directory"
    case ENOTDIR: "a part of its path is not a directory"
    default: String(cString: strerror(number)).lowercased()
    }
  }
}

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
  func lock(_ kind: Int32) throws(SystemError) -> Bool {
    while flock(number, kind | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw .last }
    }
    return true
  }

  /// Lets go of a lock.
  func unlock() throws(SystemError) {
    guard flock(number, LOCK_UN) == 0 else { throw .last }
  }
}
