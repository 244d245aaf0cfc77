public import AppStream

/// Which runs tried earlier ones again or undid them, by whichever process they were made.
public struct LaterRuns: Sendable, Equatable {
  private var following: [RunID: [RunID: Plan]] = [:]

  /// No run follows any other.
  public init() {}

  /// Those among `runs` whose journals can be read.
  public init(_ runs: [ListedRun]) {
    for run in runs {
      guard case .success(let contents) = run.contents else { continue }
      add(contents.id, contents.plan)
    }
  }

  /// Takes in a run of `plan`, which counts once.
  public mutating func add(_ id: RunID, _ plan: Plan) {
    guard let earlier = plan.follows else { return }
    following[earlier, default: [:]][id] = plan
  }

  /// What was done since with the run called `id`, which is one of `plan`.
  public func sequel(of id: RunID, _ plan: Plan) -> RunSequel {
    let runs = (following[id] ?? [:]).sorted { $0.key < $1.key }
    let isRetry = { (run: (key: RunID, value: Plan)) in run.value.operation == plan.operation }
    return RunSequel(retries: runs.filter(isRetry), undoings: runs.filter { !isRetry($0) })
  }
}

extension JournalStore {
  /// What was done since with the run called `id`, which is one of `plan`; nothing where the journals cannot be read.
  public func sequel(of id: RunID, _ plan: Plan) -> RunSequel {
    do throws(JournalError) {
      return LaterRuns(try list()).sequel(of: id, plan)
    } catch {
      // Advice alone hangs on it, and what is advised looks at the service itself.
      return RunSequel()
    }
  }
}

/// What was done with a run since it ended.
public struct RunSequel: Sendable, Equatable {
  /// The runs that tried again what failed in it, the earliest first.
  public let retries: [RunID]
  /// The runs that undid it or some of it, the earliest first.
  public let undoings: [RunID]
  /// The entries that were tried again.
  private let tried: Set<Association>
  /// The entries that were undone.
  private let undone: Set<Association>

  /// Nothing was done with it.
  public init() { self.init(retries: [], undoings: []) }

  init(retries: [(key: RunID, value: Plan)], undoings: [(key: RunID, value: Plan)]) {
    self.retries = retries.map(\.key)
    self.undoings = undoings.map(\.key)
    tried = Set(retries.flatMap(\.value.entries))
    undone = Set(undoings.flatMap(\.value.entries))
  }

  /// Whether nobody has tried `association` again.
  public func isUntried(_ association: Association) -> Bool { !tried.contains(association) }

  /// Whether nobody has undone what the run did to `association`.
  public func isInEffect(_ association: Association) -> Bool { !undone.contains(association) }

  /// Which runs did what, as clauses: `tried again by run 20261122T140215Z-7f3a`.
  public var clauses: [String] {
    [("tried again", retries), ("undone", undoings)].compactMap { what, runs in
      guard !runs.isEmpty else { return nil }
      let names = runs.map(\.text).joined(separator: " and ")
      return "\(what) by \(runs.count == 1 ? "run" : "runs") \(names)"
    }
  }
}

extension RunMachine {
  /// What is left to do about the run `id`, in words; `nil` where that is nothing, or was done since.
  public func advice(on id: RunID, after sequel: RunSequel) -> String? {
    if needsResuming { return "Go on with: appstream-console runs resume \(id)" }
    let failed = entries.filter { $0.outcome == .failed }
    guard !failed.isEmpty else { return nil }
    if let last = sequel.retries.last, !failed.contains(where: { sequel.isUntried($0.association) }) {
      return "What failed in it was tried again by run \(last)."
    }
    return "Try the failed ones again with: appstream-console runs retry \(id)"
  }

  /// Whether a resumption can settle something of it.
  public var needsResuming: Bool { !isFinished || counts[.unknown] > 0 || counts[.stopped] > 0 }
}
