import AppStream
import PlainText
import Runs
import Screen

/// What follows a run: its journal is read first, and then it goes on, is tried again or is undone.
extension ConsoleState {
  /// Has a run's journal read, and remembers what for.
  mutating func request(
    _ purpose: RunRequest.Purpose,
    _ id: RunID,
    of plan: Plan?
  ) -> [Effect] {
    if purpose.changes, let foreign = plan.flatMap({ foreignness(of: $0) }) {
      message = .warning(sentence(foreign))
      return []
    }
    runRequest = RunRequest(id: id, purpose: purpose)
    return runs.beginReading(id) ? [.task(.readRun(id))] : []
  }

  /// Takes in a journal, and does with it what was asked for.
  mutating func take(_ listed: ListedRun) -> [Effect] {
    runs.endReading(listed.id)
    runs.update(listed)
    measureRuns()
    guard let request = runRequest, request.id == listed.id, plan == nil, !isRunning else { return [] }
    runRequest = nil
    guard let contents = listed.readContents else {
      message = listed.problem.map { .warning("\($0)") }
      return []
    }
    if request.purpose.changes, let foreign = foreignness(of: contents.plan) {
      message = .warning(sentence(foreign))
      return []
    }
    switch request.purpose {
    case .open, .refresh:
      show(contents, isHeld: listed.isHeld)
      return []
    case .goOn(let marked), .goOnAfterEnding(let marked):
      guard !listed.isHeld else { return askToEnd(contents, after: request, marked) }
      return goOn(contents, marked)
    case .undo(let chosen):
      guard !listed.isHeld else { return refuseHeld(contents) }
      return undo(contents, chosen)
    }
  }

  /// A run's journal could not be read, or its holder not be ended.
  mutating func takeUnavailable(_ id: RunID, _ sentence: Line) {
    runs.endReading(id)
    guard runRequest?.id == id else { return }
    runRequest = nil
    message = .warning(sentence)
  }

  private mutating func show(_ contents: JournalContents, isHeld: Bool) {
    let sequel = runs.later.sequel(of: contents.id, contents.machine)
    var shown = RunState(contents, isHeld: isHeld, after: sequel)
    if let run, run.id == contents.id {
      shown.rows = run.rows
    }
    run = shown
    measureRun()
    fitToScreen()
  }

  private mutating func goOn(_ contents: JournalContents, _ marked: Set<Association>) -> [Effect] {
    guard let resumption = Resumption(contents, context.holder) else {
      return plan(Retry(contents: contents, marked: marked, includesStillPresent: false))
    }
    let agreement = Agreement(resumption.plan, .resumption(resumption), rules: context.rules, in: placeOfCalls)
    switch agreement.nextStep {
    case .check(let plan): return open(plan, .resumption(resumption))
    case .send(let start): return begin(start)
    case .ask, .refuse:
      // Another account than the run's was refused before its journal was read.
      message = .warning(
        caller == .asked
          ? "STS has not said yet whose account this is: try again in a moment."
          : "STS did not say whose account this is: \(keys.list.name(of: .readAgain)) in the list asks again."
      )
      return []
    }
  }

  private mutating func undo(_ contents: JournalContents, _ chosen: Set<Association>) -> [Effect] {
    let followUp = FollowUp.undo(of: contents.machine) { chosen.isEmpty || chosen.contains($0) }
    guard !followUp.entries.isEmpty else {
      let left = followUp.leftOut.count.of("row")
      message = .warning(
        followUp.leftOut.isEmpty
          ? chosen.isEmpty
            ? "The run changed nothing, so there is nothing to undo."
            : "The run changed none of the marked rows, so there is nothing of them to undo."
          : "\(left) cannot come back: \(followUp.leftOutTypes)."
      )
      return []
    }
    return open(followUp.plan(following: contents, self), .undo(of: contents, followUp))
  }

  /// Offers to end the process that holds a run, where that is on this machine and not asked for the second time.
  private mutating func askToEnd(_ contents: JournalContents, after request: RunRequest, _ marked: Set<Association>)
    -> [Effect]
  {
    guard !isTyping, let (holder, since) = contents.holder, request.purpose == .goOn(marked),
      holder.host == context.holder.host, holder.processID != context.holder.processID
    else { return refuseHeld(contents) }
    runRequest = RunRequest(id: request.id, purpose: .goOnAfterEnding(marked))
    prompt = .question(
      Question(
        "Process \(holder.processID) on this host works on the run, since \(since.wholeText). It would be ended, and the "
          + "run go on here.",
        phrase: "end \(holder.processID)",
        .effects(
          [.task(.endHolder(holder, of: request.id))],
          meanwhile: "Ending process \(holder.processID), which may take 11 s."
        ),
        declined: "Process \(holder.processID) was left alone."
      )
    )
    return []
  }

  private mutating func refuseHeld(_ contents: JournalContents) -> [Effect] {
    let holder = contents.holder
    let error = JournalError.held(contents.id, by: holder?.holder, since: holder?.since.wholeText)
    message = .warning(error.sentence)
    return []
  }
}

extension RunRequest.Purpose {
  /// Whether it may end in a call that changes something, and so has to be meant for this account.
  fileprivate var changes: Bool {
    switch self {
    case .open, .refresh: false
    case .goOn, .goOnAfterEnding, .undo: true
    }
  }
}
