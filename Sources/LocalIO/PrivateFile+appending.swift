import Glibc
import SystemPackage

extension PrivateFile {
  /// Opens the file at `path` to append to it, and makes it where it is not there.
  ///
  /// What is there already has to be a regular file of ours that nobody else can read or write and that has one name:
  /// what is appended must neither become known to others nor change a file that somebody has put in its place. It
  /// never waits, as a pipe would make it.
  ///
  /// - Returns: The number of the descriptor, which the caller closes.
  /// - Throws: ``PrivateFileError`` when it is another kind of file or cannot be opened.
  package static func openForAppending(_ path: String) throws(PrivateFileError) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let number = Glibc.open(path, flags, 0o600)
    guard number >= 0 else {
      switch errno {
      case ELOOP: throw .link(path: path)
      case ENXIO: throw .unwritable(path: path, reason: "it is not a regular file")
      default: throw .unwritable(path: path, reason: Errno.last.reason)
      }
    }
    var status = stat()
    let flaw = fstat(number, &status) == 0 ? Ownership.flaw(ofPrivateFile: status) : Errno.last.reason
    if let flaw {
      Glibc.close(number)
      throw .unwritable(path: path, reason: flaw)
    }
    return number
  }
}
