import FoundationEssentials
import Glibc
import SystemPackage

/// A file that its owner alone may read: mode 0600, whatever the umask, and never written through a link.
package enum PrivateFile {
  /// Has `bytes` in the file at `path`, and on disk, before it returns.
  ///
  /// - Parameters:
  ///   - bytes: All that it is to hold.
  ///   - path: Where; links in the path are followed except for its last part.
  ///   - replacing: Whether a file that is there is replaced; whoever reads meanwhile sees the old or the new one,
  ///     whole.
  package static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(PrivateFileError) {
    try write(bytes, to: path, replacing: replacing, with: Descriptor.systemWrite)
  }

  static func write(
    _ bytes: [UInt8],
    to path: String,
    replacing: Bool,
    with write: SystemWrite
  ) throws(PrivateFileError) {
    let end = path.lastIndex(of: "/")
    let name = String(end.map { path[path.index(after: $0)...] } ?? path[...])
    guard !["", ".", ".."].contains(name) else { throw .unwritable(path: path, reason: "it is a directory") }
    let folder = end.map { String(path[...$0]) } ?? "."
    let flaw: PrivateFileError?
    do throws(Errno) {
      let directory = try Descriptor.directory(at: folder)
      flaw = self.flaw(try directory.status(of: name), path, replacing)
      if flaw == nil { try place(bytes, name, in: directory, replacing, write) }
    } catch {
      // Somebody else was faster than us between the look and the opening.
      throw error.rawValue == EEXIST && !replacing ? .exists(path: path) : .unwritable(path: path, reason: error.reason)
    }
    if let flaw { throw flaw }
  }

  private static func flaw(_ status: stat?, _ path: String, _ replacing: Bool) -> PrivateFileError? {
    guard let status else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: return .link(path: path)
    case S_IFREG: return replacing ? nil : .exists(path: path)
    case S_IFDIR: return .unwritable(path: path, reason: "it is a directory")
    default: return .unwritable(path: path, reason: "it is not a regular file")
    }
  }

  private static func place(
    _ bytes: [UInt8],
    _ name: String,
    in directory: borrowing Descriptor,
    _ replacing: Bool,
    _ write: SystemWrite
  ) throws(Errno) {
    // The process's number keeps two programs apart, and a random one two threads.
    let temporary = replacing ? ".appstream-console-\(getpid())-\(UInt32.random(in: .min ... .max))" : name
    let file = try directory.open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
    do throws(Errno) {
      try file.write(bytes, with: write)
      try file.synchronize()
      if replacing { try directory.rename(temporary, to: name) }
    } catch {
      // Half a file must not pass for a whole one; the error that is thrown says more than one of this would.
      _ = unlinkat(directory.number, temporary, 0)
      throw error
    }
    try directory.synchronize()
  }
}

/// Why a private file was not written; what was there is as it was.
package enum PrivateFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A file is there already.
  case exists(path: String)
  /// A symbolic link is there.
  case link(path: String)
  /// It cannot be written; `reason` is a clause.
  case unwritable(path: String, reason: String)

  /// What happened, to what, and what to do next, as sentences.
  package var description: String {
    switch self {
    case .exists(let path): "\(path) exists already and is left as it is. Name another file."
    case .link(let path): "\(path) is a symbolic link, and files are not written through one. Name the file itself."
    case .unwritable(let path, let reason): "\(path) cannot be written: \(reason). Name another file."
    }
  }
}

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
