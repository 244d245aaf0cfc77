public import FoundationEssentials
import Glibc
import LocalIO
import SystemPackage

/// Journals as files in a directory, `<run-id>.jsonl` each, readable by their owner alone.
public struct DirectoryJournals: JournalStore {
  let directory: JournalDirectory
  let write: SystemWrite
  let read: SystemRead
  private let lock: SystemLock

  /// Keeps journals in `directory`, which is made when the first is begun.
  public init(directory: String) {
    self.init(directory: directory, write: Descriptor.systemWrite)
  }

  init(
    directory: String,
    write: @escaping SystemWrite = Descriptor.systemWrite,
    read: @escaping SystemRead = Descriptor.systemRead,
    lock: @escaping SystemLock = Descriptor.systemLock
  ) {
    self.directory = JournalDirectory(directory)
    self.write = write
    self.read = read
    self.lock = lock
  }

  /// Begins the journal of a new run, holds it, and has the plan on disk before it returns.
  public func create(_ id: RunID, _ plan: Plan, at moment: Date) throws(JournalError) -> any Journal {
    guard let directory = try directory.open(makesMissing: true) else {
      throw .unwritable(path: self.directory.path, reason: "it went away while it was opened")
    }
    let path = path(of: id)
    let file: Descriptor
    do throws(Errno) {
      file = try directory.open(id.fileName, O_RDWR | O_APPEND | O_CREAT | O_EXCL, mode: 0o600)
    } catch {
      if error.rawValue == EEXIST { throw .exists(id) }
      throw .unwritable(path: path, reason: error.reason)
    }
    do throws(JournalError) {
      guard try hold(file, path) else { throw .held(id, by: nil, since: nil) }
      // Until it was locked, anybody could have thrown it away.
      if try isGone(file, path) {
        throw .unwritable(path: path, reason: "it was deleted while it was begun; try again")
      }
      let journal = JournalFile(id, file, path: path, length: 0, lastHash: nil, write: write)
      try journal.append(.plan(plan), at: moment)
      do throws(Errno) { try directory.synchronize() } catch {
        throw .unwritable(path: path, reason: error.reason)
      }
      return journal
    } catch {
      // Nothing was sent, so nothing has to be remembered; a file that cannot be removed says so when it is read.
      _ = unlinkat(directory.number, id.fileName, 0)
      throw error
    }
  }

  /// Holds the journal of an earlier run; a line that a crash cut off is taken away first.
  public func reopen(_ id: RunID) throws(JournalError) -> (journal: any Journal, contents: JournalContents) {
    let file = try open(id, O_RDWR | O_APPEND)
    let path = path(of: id)
    guard try hold(file, path) else { throw held(id, file) }
    // Only now, since whoever held it may have thrown it away.
    try requireSafe(file, id)
    let bytes = try content(of: file, path)
    let reading = try JournalReading(bytes, id: id, path: path)
    if reading.wholeLength < bytes.count {
      do throws(Errno) {
        try file.truncate(to: reading.wholeLength)
        try file.synchronize()
      } catch {
        throw .unwritable(path: path, reason: error.reason)
      }
    }
    let lastHash = reading.contents.lastHash
    let journal = JournalFile(id, file, path: path, length: reading.wholeLength, lastHash: lastHash, write: write)
    return (journal, reading.contents)
  }

  /// Reads a journal without holding it.
  public func contents(of id: RunID) throws(JournalError) -> JournalContents {
    let file = try open(id, O_RDONLY)
    return try JournalReading(try content(of: file, path(of: id)), id: id, path: path(of: id)).contents
  }

  /// Whether a living process holds the journal.
  public func isHeld(_ id: RunID) throws(JournalError) -> Bool {
    let file = try open(id, O_RDONLY)
    do throws(Errno) { return try !file.lock(LOCK_SH, with: lock) } catch {
      // Where nothing can be locked nobody holds anything: whoever wants to write there is refused.
      if error.isWithoutLocks { return false }
      throw .unreadable(path: path(of: id), reason: error.reason)
    }
  }

  /// The processes of this machine that hold the journal, as `/proc/locks` has them.
  public func processesHolding(_ id: RunID) throws(JournalError) -> Set<Int> {
    let file = try open(id, O_RDONLY)
    do throws(Errno) {
      let status = try file.status()
      return try LockTable.current().holders(ofDevice: status.st_dev, inode: status.st_ino)
    } catch {
      throw .unreadable(path: path(of: id), reason: "who holds it cannot be seen: \(error.reason)")
    }
  }

  /// Throws a journal away, unless a process holds it.
  public func delete(_ id: RunID) throws(JournalError) {
    let file = try open(id, O_RDWR)
    guard try hold(file, path(of: id)) else { throw held(id, file) }
    guard let directory = try directory.open(makesMissing: false) else { throw .noSuchRun(id) }
    do throws(Errno) {
      try directory.unlink(id.fileName)
      try directory.synchronize()
    } catch {
      throw error.rawValue == ENOENT ? .noSuchRun(id) : .unwritable(path: path(of: id), reason: error.reason)
    }
  }
}

extension DirectoryJournals {
  func path(of id: RunID) -> String { "\(directory.path)/\(id.fileName)" }

  func open(_ id: RunID, _ flags: Int32) throws(JournalError) -> Descriptor {
    guard let directory = try directory.open(makesMissing: false) else { throw .noSuchRun(id) }
    return try open(id, flags, in: directory)
  }

  /// Opens the journal of `id` in the directory of journals.
  func open(_ id: RunID, _ flags: Int32, in directory: borrowing Descriptor) throws(JournalError) -> Descriptor {
    let file: Descriptor
    do throws(Errno) {
      // Something else under the name, such as a pipe, must not keep us waiting.
      file = try directory.open(id.fileName, flags | O_NONBLOCK)
    } catch {
      switch error.rawValue {
      case ENOENT: throw .noSuchRun(id)
      case ELOOP: throw .unsafe(path: path(of: id), reason: "\(error.reason); move it away")
      default: throw .unreadable(path: path(of: id), reason: error.reason)
      }
    }
    try requireSafe(file, id)
    return file
  }

  private func isGone(_ file: borrowing Descriptor, _ path: String) throws(JournalError) -> Bool {
    do throws(Errno) { return try file.status().st_nlink == 0 } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }

  private func requireSafe(_ file: borrowing Descriptor, _ id: RunID) throws(JournalError) {
    let status: stat
    do throws(Errno) { status = try file.status() } catch {
      throw .unreadable(path: path(of: id), reason: error.reason)
    }
    if status.st_nlink == 0 { throw .noSuchRun(id) }
    if let flaw = Ownership.flaw(ofFile: status) { throw .unsafe(path: path(of: id), reason: flaw) }
  }

  private func content(of file: borrowing Descriptor, _ path: String) throws(JournalError) -> [UInt8] {
    do throws(Errno) {
      return try file.bytes(0..<Int(file.status().st_size), with: read)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  /// Locks `file` for writing; `false` when another process holds it.
  ///
  /// Whoever only asks whether it is held locks it for a moment, side by side with others who ask. When we can do that
  /// too, nobody holds it, and we try again.
  private func hold(_ file: borrowing Descriptor, _ path: String) throws(JournalError) -> Bool {
    do throws(Errno) {
      for _ in 0..<1_000 {
        if try file.lock(LOCK_EX, with: lock) { return true }
        guard try file.lock(LOCK_SH, with: lock) else { return false }
        try file.unlock()
        sched_yield()
      }
      return false
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }

  private func held(_ id: RunID, _ file: borrowing Descriptor) -> JournalError {
    let reading = try? JournalReading(content(of: file, path(of: id)), id: id, path: path(of: id))
    let last = reading?.contents.holder
    return .held(id, by: last?.holder, since: last.map { JournalTime.text(of: $0.since) })
  }
}
