public import AppStream

/// Which runs tried earlier ones again or undid them, by whichever process they were made, and what came of that.
public struct LaterRuns: Sendable, Equatable {
  private var machines: [RunID: RunMachine] = [:]
  private var following: [RunID: [RunID]] = [:]

  /// No run follows any other.
  public init() {}

  /// Those among `runs` whose journals can be read.
  public init(_ runs: [ListedRun]) {
    for run in runs { add(run) }
  }

  /// Takes in a run as its journal has it, where that can be read.
  public mutating func add(_ run: ListedRun) {
    guard case .success(let contents) = run.contents else { return }
    add(run.id, contents.standing(isHeld: run.isHeld))
  }

  /// Takes in a run as far as it came; it counts once.
  public mutating func add(_ id: RunID, _ machine: RunMachine) {
    let isNew = machines.updateValue(machine, forKey: id) == nil
    if isNew, let earlier = machine.plan.follows { following[earlier, default: []].append(id) }
  }

  /// What the run called `id` did to its entries; `nil` where its journal is not here.
  public func operation(of id: RunID) -> RunOperation? { machines[id]?.plan.operation }

  /// The runs that follow those called `ids`, or runs that follow them.
  func followers(of ids: Set<RunID>) -> Set<RunID> { following.reached(from: ids).subtracting(ids) }

  /// What was done since with the run called `id`, which came as far as `machine`.
  public func sequel(of id: RunID, _ machine: RunMachine) -> RunSequel {
    let operation = machine.plan.operation
    let later = followers(of: id)
    let retries = later.filter { $0.machine.plan.operation == operation }.map { run in
      RunSequel.Part(run: run.id, entries: run.machine.associations { $0.outcome != .stopped }, isLasting: true)
    }
    let undoings = later.filter { $0.machine.plan.operation != operation }.map { run in
      let standing = standing(run.id, run.machine)
      let done = run.machine.associations(where: \.isDoneOrUnderWay)
      return RunSequel.Part(run: run.id, entries: standing.isEmpty ? done : standing, isLasting: !standing.isEmpty)
    }
    return RunSequel(machine, retries: retries, undoings: undoings)
  }

  /// The entries that a run changed and that no later one has changed back.
  ///
  /// - Parameter seen: The runs that this one follows: what a journal says it follows may be made up, in a circle, too.
  private func standing(_ id: RunID, _ machine: RunMachine, seen: Set<RunID> = []) -> Set<Association> {
    let seen = seen.union([id])
    let undoings = followers(of: id).filter { run in
      run.machine.plan.operation != machine.plan.operation && !seen.contains(run.id)
    }
    return undoings.reduce(machine.associations(where: \.isDoneOrUnderWay)) { entries, run in
      entries.subtracting(standing(run.id, run.machine, seen: seen))
    }
  }

  /// The runs that follow the one called `id`, the earliest first.
  private func followers(of id: RunID) -> [(id: RunID, machine: RunMachine)] {
    (following[id] ?? []).compactMap { id in machines[id].map { (id, $0) } }
      .sorted { ($0.machine.plan.created, $0.id) < ($1.machine.plan.created, $1.id) }
  }
}

extension [RunID: [RunID]] {
  /// `ids` and all the runs that they lead to; what journals say they follow may be a circle.
  func reached(from ids: Set<RunID>) -> Set<RunID> {
    var (reached, next) = (ids, Array(ids))
    while let id = next.popLast() {
      for follower in self[id] ?? [] where reached.insert(follower).inserted { next.append(follower) }
    }
    return reached
  }
}

extension JournalStore {
  /// What was done since with the run called `id`, which came as far as `machine`; nothing where the journals cannot be
  /// read.
  public func sequel(of id: RunID, _ machine: RunMachine) -> RunSequel {
    do throws(JournalError) {
      return LaterRuns(try followers(of: [id])).sequel(of: id, machine)
    } catch {
      // Advice alone hangs on it, and what is advised looks at the service itself.
      return RunSequel()
    }
  }
}

/// What was done with a run since it ended.
public struct RunSequel: Sendable, Equatable {
  /// What one run did of what it was made for.
  struct Part: Sendable, Equatable {
    var run: RunID
    /// The entries that it tried, or changed back.
    var entries: Set<Association>
    /// Whether that was not undone in its turn.
    var isLasting: Bool
  }

  private let retries: [Part]
  private let undoings: [Part]
  private let operation: RunOperation
  /// How many entries there were to try again, and to change back.
  private let (failedCount, doneCount): (Int, Int)

  /// Nothing was done with it.
  public init() {
    (retries, undoings, operation, failedCount, doneCount) = ([], [], .disassociate, 0, 0)
  }

  init(_ machine: RunMachine, retries: [Part], undoings: [Part]) {
    self.retries = retries
    self.undoings = undoings
    operation = machine.plan.operation
    failedCount = machine.entries.count { $0.outcome == .failed }
    doneCount = machine.entries.count { $0.outcome == (machine.plan.operation == .disassociate ? .removed : .restored) }
  }

  /// The last run that tried something of it again; `nil` where none did.
  public var lastRetry: RunID? { retries.last { !$0.entries.isEmpty }?.run }

  /// Whether nobody has tried `association` again.
  public func isUntried(_ association: Association) -> Bool { !retries.contains { $0.entries.contains(association) } }

  /// Whether what the run did to `association` has not been undone, or has been done again since.
  public func isInEffect(_ association: Association) -> Bool {
    !undoings.contains { $0.isLasting && $0.entries.contains(association) }
  }

  /// Which runs did what, as clauses: `tried again by run 20261122T140215Z-7f3a`.
  public var clauses: [String] { clauses(calling: \.text) }

  /// The same, with the runs called as `name` says.
  public func clauses(calling name: (RunID) -> String) -> [String] {
    let nothing = operation == .disassociate ? "put nobody back" : "took nobody off"
    return clauses("tried again", of: failedCount, retries, orElse: "tried nothing", name)
      + clauses("undone", of: doneCount, undoings, orElse: nothing, name)
  }

  private func clauses(
    _ what: String,
    of total: Int,
    _ parts: [Part],
    orElse nothing: String,
    _ name: (RunID) -> String
  ) -> [String] {
    let whole = parts.filter { $0.isLasting && !$0.entries.isEmpty && $0.entries.count >= total }.map { name($0.run) }
    let together =
      whole.isEmpty ? [] : ["\(what) by \(whole.count == 1 ? "run" : "runs") \(whole.joined(separator: " and "))"]
    return together
      + parts.compactMap { part in
        if part.entries.isEmpty { return "to be \(what) by run \(name(part.run)), which \(nothing)" }
        if !part.isLasting { return "\(what) by run \(name(part.run)), which was undone itself" }
        guard part.entries.count < total else { return nil }
        return "\(what) in part by run \(name(part.run)) (\(part.entries.count) of \(total))"
      }
  }
}

extension RunMachine {
  /// The associations of the entries that are wanted.
  fileprivate func associations(where isWanted: (RunEntry) -> Bool) -> Set<Association> {
    Set(entries.filter(isWanted).map(\.association))
  }
}

extension RunEntry {
  /// Whether it is where the run wants it, or the run is about to see to that.
  fileprivate var isDoneOrUnderWay: Bool { outcome?.isDone ?? true }
}
