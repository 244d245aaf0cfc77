import Glibc
import LocalIO
import SystemPackage

extension DirectoryJournals {
  /// A line that says that a run is finished takes a few hundred bytes.
  private static let endLength = 4096

  /// Every run, newest first.
  public func list() throws(JournalError) -> [ListedRun] {
    try ids().compactMap(listed).sorted { $0.isNewer(than: $1) }
  }

  /// The runs that something is left of, newest first.
  ///
  /// The last line of a journal says whether its run is settled. Journals are kept for years, so only those that are
  /// not settled are read as a whole and verified.
  public func unsettled() throws(JournalError) -> [ListedRun] {
    try ids().filter { !endsSettled($0) }.compactMap(listed).filter { $0.status?.isUnsettled == true }
  }

  /// The runs that have a journal, newest first.
  private func ids() throws(JournalError) -> [RunID] {
    guard let directory = try directory.open(makesMissing: false) else { return [] }
    do throws(Errno) {
      return try directory.names().compactMap(RunID.init(fileName:)).sorted(by: >)
    } catch {
      throw .unreadable(path: self.directory.path, reason: error.reason)
    }
  }

  /// The run called `id`; `nil` where its journal was thrown away since the directory was read.
  private func listed(_ id: RunID) -> ListedRun? {
    do throws(JournalError) {
      return ListedRun(id: id, isHeld: try isHeld(id), contents: contentsOrError(of: id))
    } catch {
      return error == .noSuchRun(id) ? nil : ListedRun(id: id, isHeld: false, contents: .failure(error))
    }
  }

  private func contentsOrError(of id: RunID) -> Result<JournalContents, JournalError> {
    do throws(JournalError) { return .success(try contents(of: id)) } catch { return .failure(error) }
  }

  /// Whether the last line says that nothing is left of the run; `false` also where that cannot be read.
  func endsSettled(_ id: RunID) -> Bool {
    do {
      let file = try open(id, O_RDONLY)
      let end = try file.end(upTo: Self.endLength)
      guard end.last == .newline else { return false }
      let line = end.dropLast().suffix(while: { $0 != .newline })
      guard case .record(.finished(let counts))? = JournalLine(provingItself: Array(line))?.content else {
        return false
      }
      return counts[.unknown] == 0 && counts[.stopped] == 0
    } catch {
      // Whoever reads it whole says why.
      return false
    }
  }
}

extension ArraySlice<UInt8> {
  /// The last elements that all are as it is asked for.
  fileprivate func suffix(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    self[(lastIndex { !isWanted($0) }.map { $0 + 1 } ?? startIndex)...]
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
