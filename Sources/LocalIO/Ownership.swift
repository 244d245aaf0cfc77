package import Glibc

/// Why a file or directory of ours is not safe to use, as a clause that also says what to do.
package enum Ownership {
  /// A directory above ours: the system's or ours, and where others may write, one that keeps them from renaming what
  /// is not theirs.
  package static func flaw(ofParent status: stat) -> String? {
    if status.st_uid != 0, let flaw = strangerFlaw(status) { return flaw }
    let isSticky = status.st_mode & S_ISVTX != 0
    return isSticky ? nil : writersFlaw(status)
  }

  /// A directory of ours.
  package static func flaw(ofDirectory status: stat) -> String? {
    strangerFlaw(status) ?? writersFlaw(status)
  }

  /// A file of ours.
  package static func flaw(ofFile status: stat) -> String? {
    guard status.st_mode & S_IFMT == S_IFREG else { return "it is not a regular file; move it away" }
    guard status.st_nlink <= 1 else { return "it has another name too, a hard link; remove that one" }
    return strangerFlaw(status) ?? writersFlaw(status)
  }

  /// A file of ours that nobody else may read.
  package static func flaw(ofPrivateFile status: stat) -> String? {
    if let flaw = flaw(ofFile: status) { return flaw }
    guard status.st_mode & 0o077 != 0 else { return nil }
    let mode = String(status.st_mode & 0o7777, radix: 8)
    return "others may read it, its mode is \(mode); take that away with chmod go-rwx"
  }

  private static func strangerFlaw(_ status: stat) -> String? {
    guard status.st_uid != geteuid() else { return nil }
    return "it belongs to user \(status.st_uid) and you are user \(geteuid()); under sudo, use sudo -H so that HOME is "
      + "that user's own"
  }

  private static func writersFlaw(_ status: stat) -> String? {
    guard status.st_mode & 0o022 != 0 else { return nil }
    let mode = String(status.st_mode & 0o7777, radix: 8)
    return "others may write to it, its mode is \(mode); take that away with chmod go-w"
  }
}
