public import FoundationEssentials
import Synchronization

/// Journals that are gone with the process, for a demonstration; written and read as those in files are.
public final class MemoryJournals: JournalStore {
  private let files = Mutex<[RunID: File]>([:])
  private let claims = Mutex<[PlanNumber: PlanClaim]>([:])

  private struct File {
    var bytes: [UInt8] = []
    var lastHash: String?
    var isHeld = true
  }

  /// Begins without a run.
  public init() {}

  /// Begins the journal of a new run and holds it.
  public func create(_ id: RunID, _ plan: Plan, at moment: Date) throws(JournalError) -> any Journal {
    try files.withLock { (files) throws(JournalError) in
      guard files[id] == nil else { throw .exists(id) }
      files[id] = File()
    }
    let journal = MemoryJournal(id: id, journals: self)
    try append(.plan(plan), to: id, at: moment)
    return journal
  }

  /// Uses a plan up.
  public func take(_ claim: PlanClaim) throws(JournalError) {
    try claims.withLock { (claims) throws(JournalError) in
      if let earlier = claims[claim.plan] { throw .usedUp(earlier) }
      claims[claim.plan] = claim
    }
  }

  /// The claim on a plan.
  public func claim(on plan: PlanNumber) throws(JournalError) -> PlanClaim? {
    claims.withLock { $0[plan] }
  }

  /// Gives back a claim.
  public func giveBack(_ claim: PlanClaim) throws(JournalError) {
    claims.withLock { if $0[claim.plan] == claim { $0[claim.plan] = nil } }
  }

  /// Throws the claims away on plans that can no longer be sent.
  public func discardClaims(expiredBy moment: Date) throws(JournalError) {
    claims.withLock { $0 = $0.filter { $0.value.expiry >= moment } }
  }

  /// Holds the journal of an earlier run.
  public func reopen(_ id: RunID) throws(JournalError) -> (journal: any Journal, contents: JournalContents) {
    let wasHeld = files.withLock { files in
      let isHeld = files[id]?.isHeld ?? false
      files[id]?.isHeld = true
      return isHeld
    }
    let contents = try contents(of: id)
    if wasHeld { throw held(contents) }
    return (MemoryJournal(id: id, journals: self), contents)
  }

  /// Reads a journal without holding it.
  public func contents(of id: RunID) throws(JournalError) -> JournalContents {
    guard let file = files.withLock({ $0[id] }) else { throw .noSuchRun(id) }
    return try JournalReading(file.bytes, id: id, path: "\(id) in memory").contents
  }

  /// Whether somebody holds the journal.
  public func isHeld(_ id: RunID) throws(JournalError) -> Bool {
    guard let file = files.withLock({ $0[id] }) else { throw .noSuchRun(id) }
    return file.isHeld
  }

  /// No process but this one can.
  public func processesHolding(_ id: RunID) throws(JournalError) -> Set<Int> { [] }

  /// Every run, newest first.
  public func list() throws(JournalError) -> [ListedRun] {
    let isHeld = files.withLock { $0.mapValues(\.isHeld) }
    return isHeld.sorted { $0.key > $1.key }.map { id, isHeld in
      let contents = Result { () throws(JournalError) in try self.contents(of: id) }
      return ListedRun(id: id, isHeld: isHeld, contents: contents)
    }
  }

  /// Throws a journal away, unless somebody holds it.
  public func delete(_ id: RunID) throws(JournalError) {
    if try isHeld(id) { throw held(try contents(of: id)) }
    files.withLock { $0[id] = nil }
  }

  private func held(_ contents: JournalContents) -> JournalError {
    let last = contents.holder
    return .held(contents.id, by: last?.holder, since: last.map { JournalTime.text(of: $0.since) })
  }

  fileprivate func append(
    _ content: JournalLine.Content,
    to id: RunID,
    at moment: Date,
    clockSkew: Int? = nil
  ) throws(JournalError) {
    try files.withLock { (files) throws(JournalError) in
      guard files[id]?.isHeld == true else {
        throw .unwritable(path: "\(id) in memory", reason: "this process has let go of it")
      }
      let previous = files[id]?.lastHash
      let line = JournalLine(time: moment, clockSkew: clockSkew, previous: previous, content: content).bytes()
      files[id]?.bytes += line + [.newline]
      files[id]?.lastHash = JournalLine.hash(of: line)
    }
  }

  fileprivate func lastHash(of id: RunID) -> String { files.withLock { $0[id]?.lastHash ?? "" } }

  fileprivate func letGo(of id: RunID) {
    files.withLock { $0[id]?.isHeld = false }
  }
}

/// A journal in memory, held.
private struct MemoryJournal: Journal {
  let id: RunID
  let journals: MemoryJournals

  var lastHash: String { journals.lastHash(of: id) }

  func append(_ record: RunRecord, at moment: Date, clockSkew: Int?) throws(JournalError) {
    try journals.append(.record(record), to: id, at: moment, clockSkew: clockSkew)
  }

  func close() { journals.letGo(of: id) }
}
