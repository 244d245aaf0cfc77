import Glibc
package import SystemPackage

extension Errno {
  /// The error of the call that failed last (errno(3)).
  package static var last: Errno { Errno(rawValue: errno) }

  /// Whether it says that a file system has no locks, as NFS without its lock service (flock(2), `ENOLCK`).
  package var isWithoutLocks: Bool {
    rawValue == Glibc.ENOLCK || rawValue == Glibc.ENOTSUP || rawValue == Glibc.ENOSYS
  }

  /// What it means, as a clause.
  package var reason: String {
    switch rawValue {
    case Glibc.ELOOP: "it is a symbolic link"
    case Glibc.EISDIR: "it is a directory"
    case _ where isWithoutLocks:
      "its file system does not lock files; set XDG_STATE_HOME to a directory on a disk of this machine"
    case Glibc.ENOTDIR: "a part of its path is not a directory"
    default: description.lowercased()
    }
  }
}
