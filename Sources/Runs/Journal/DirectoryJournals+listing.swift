import Glibc
import LocalIO
import SystemPackage

extension DirectoryJournals {
  /// Every run, newest first.
  public func list() throws(JournalError) -> [ListedRun] {
    guard let directory = try directory.open(makesMissing: false) else { return [] }
    return try ids(in: directory).compactMap(listed).sorted { $0.isNewer(than: $1) }
  }

  /// The runs that something is left of, newest first.
  ///
  /// The last line of a journal says whether its run is settled. Journals are kept for years, so only those that are
  /// not settled are read as a whole and verified.
  public func unsettled() throws(JournalError) -> [ListedRun] {
    guard let directory = try directory.open(makesMissing: false) else { return [] }
    var open: [RunID] = []
    for id in try ids(in: directory) where !endsSettled(id, in: directory) { open.append(id) }
    return open.compactMap(listed).filter { $0.status?.isUnsettled == true }
  }

  /// The runs that follow those called `ids`, or runs that follow them, newest first.
  ///
  /// The first line of a journal says which run it follows. Only those that are asked for are read beyond that, and
  /// verified.
  public func followers(of ids: Set<RunID>) throws(JournalError) -> [ListedRun] {
    guard let directory = try directory.open(makesMissing: false) else { return [] }
    var following: [RunID: [RunID]] = [:]
    for id in try self.ids(in: directory) {
      if let earlier = followed(by: id, in: directory) { following[earlier, default: []].append(id) }
    }
    return following.reached(from: ids).subtracting(ids).compactMap(listed).sorted { $0.isNewer(than: $1) }
  }

  /// The runs that have a journal, newest first.
  private func ids(in directory: borrowing Descriptor) throws(JournalError) -> [RunID] {
    do throws(Errno) {
      return try directory.names().compactMap(RunID.init(fileName:)).sorted(by: >)
    } catch {
      throw .unreadable(path: self.directory.path, reason: error.reason)
    }
  }

  /// Whether the end of a journal says that nothing is left of its run; `false` also where it cannot be read.
  private func endsSettled(_ id: RunID, in directory: borrowing Descriptor) -> Bool {
    do {
      return JournalEnd.isSettled(try open(id, O_RDONLY, in: directory).end(upTo: JournalEnd.length, with: read))
    } catch {
      // Whoever reads it whole says why.
      return false
    }
  }

  /// The run that the one called `id` follows, by the word of its plan; `nil` also where that cannot be read.
  private func followed(by id: RunID, in directory: borrowing Descriptor) -> RunID? {
    do {
      let file = try open(id, O_RDONLY, in: directory)
      return try FollowedRun.find { (range) throws(Errno) in try file.bytes(range, with: read) }
    } catch {
      // Whoever reads it whole says why.
      return nil
    }
  }
}

extension RunID {
  private static let suffix = ".jsonl"

  /// The name of its journal's file.
  var fileName: String { text + Self.suffix }

  /// The run whose journal is called `fileName`.
  fileprivate init?(fileName: String) {
    guard fileName.hasSuffix(Self.suffix) else { return nil }
    self.init(String(fileName.dropLast(Self.suffix.count)))
  }
}
