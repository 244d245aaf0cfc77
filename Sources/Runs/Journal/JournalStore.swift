public import FoundationEssentials

/// Where journals are kept: a directory of files, or memory for a demonstration.
public protocol JournalStore: Sendable {
  /// Begins the journal of a new run, holds it, and has the plan written before it returns.
  ///
  /// - Throws: ``JournalError`` when that is not possible; nothing may be sent then.
  func create(_ id: RunID, _ plan: Plan, at moment: Date) throws(JournalError) -> any Journal

  /// Uses a plan up, before its run is begun: exactly one of all who try can.
  ///
  /// - Throws: ``JournalError``, such as ``JournalError/usedUp(_:)`` when somebody was earlier; nothing may be sent
  ///   then.
  func take(_ claim: PlanClaim) throws(JournalError)

  /// The claim on a plan; `nil` while nobody has begun it.
  ///
  /// - Throws: ``JournalError`` when that cannot be found out.
  func claim(on plan: PlanNumber) throws(JournalError) -> PlanClaim?

  /// Gives back a claim of this process, whose run could not be begun.
  ///
  /// - Throws: ``JournalError`` when it cannot be given back; the plan stays used up then.
  func giveBack(_ claim: PlanClaim) throws(JournalError)

  /// Throws the claims away on plans that can no longer be sent.
  ///
  /// - Throws: ``JournalError`` when one cannot be thrown away.
  func discardClaims(expiredBy moment: Date) throws(JournalError)

  /// Holds the journal of an earlier run, so that it can go on.
  ///
  /// - Throws: ``JournalError`` when it is not there, is held by another process, or is not as it was written.
  func reopen(_ id: RunID) throws(JournalError) -> (journal: any Journal, contents: JournalContents)

  /// Reads a journal without holding it; a run that is in progress may be read.
  ///
  /// - Throws: ``JournalError`` when it is not there or is not as it was written.
  func contents(of id: RunID) throws(JournalError) -> JournalContents

  /// Whether a living process holds the journal.
  ///
  /// - Throws: ``JournalError`` when that cannot be found out.
  func isHeld(_ id: RunID) throws(JournalError) -> Bool

  /// The processes of this machine that hold the journal, by the word of the operating system and not by the journal's.
  ///
  /// It is empty where that is not known: nobody holds it, or somebody on another machine or in another container does.
  ///
  /// - Throws: ``JournalError`` when that cannot be found out.
  func processesHolding(_ id: RunID) throws(JournalError) -> Set<Int>

  /// Every run, newest first, those with a journal that cannot be read included. No directory yet: no runs.
  ///
  /// - Throws: ``JournalError`` when the directory cannot be read.
  func list() throws(JournalError) -> [ListedRun]

  /// The runs that something is left of, newest first; those whose journal cannot be read are not among them.
  ///
  /// - Throws: ``JournalError`` when the directory cannot be read.
  func unsettled() throws(JournalError) -> [ListedRun]

  /// The runs that follow those called `ids`, or runs that follow them, newest first; those with a journal that cannot
  /// be read are not among them where it does not say which run it follows.
  ///
  /// - Throws: ``JournalError`` when the directory cannot be read.
  func followers(of ids: Set<RunID>) throws(JournalError) -> [ListedRun]

  /// Throws a journal away, whatever is in it.
  ///
  /// - Throws: ``JournalError`` when it is not there, is held, or cannot be thrown away.
  func delete(_ id: RunID) throws(JournalError)
}

extension JournalStore {
  /// The runs that something is left of, by reading every one.
  public func unsettled() throws(JournalError) -> [ListedRun] {
    try list().filter { $0.status?.isUnsettled == true }
  }

  /// The runs that follow others, by reading every one.
  public func followers(of ids: Set<RunID>) throws(JournalError) -> [ListedRun] {
    let runs = try list()
    let known = LaterRuns(runs).followers(of: ids)
    return runs.filter { known.contains($0.id) }
  }

  /// The run called `id`.
  ///
  /// - Throws: ``JournalError`` when it is not there, or cannot be looked at; why its journal cannot be read is in it.
  public func run(_ id: RunID) throws(JournalError) -> ListedRun {
    let isHeld = try isHeld(id)
    do throws(JournalError) {
      return ListedRun(id: id, isHeld: isHeld, contents: .success(try contents(of: id)))
    } catch {
      if error == .noSuchRun(id) { throw error }
      return ListedRun(id: id, isHeld: isHeld, contents: .failure(error))
    }
  }

  /// The run called `id`, with what is wrong with its journal in it; `nil` where it was thrown away meanwhile.
  public func listed(_ id: RunID) -> ListedRun? {
    do throws(JournalError) {
      return try run(id)
    } catch {
      return error == .noSuchRun(id) ? nil : ListedRun(id: id, isHeld: false, contents: .failure(error))
    }
  }
}
