import PlainText
import Runs
import Screen

/// The list of runs: what is asked for it, and what arrives.
extension ConsoleState {
  mutating func openRuns() -> [Effect] {
    areRunsOpen = true
    RunsScreen().fit(&self)
    return listRuns()
  }

  mutating func listRuns() -> [Effect] {
    guard runs.listing != .reading else { return [] }
    runs.beginListing()
    return [.task(.listRuns)]
  }

  /// Takes in what was read of journals.
  mutating func take(_ event: JournalEvent) -> [Effect] {
    switch event {
    case .listed(let listed): takeRuns(listed)
    case .unlisted(let sentence): failRuns(sentence)
    case .read(let listed): return take(listed)
    case .unread(let id, let sentence): takeUnavailable(id, sentence)
    }
    return []
  }

  /// Takes in the list of runs, and the first time says which of them were interrupted.
  private mutating func takeRuns(_ listed: [ListedRun]) {
    let isFirst = runs.isNeverListed
    let current = runs.current?.id
    runs.take(listed)
    measureRuns(cursorOn: current)
    if isFirst { runs.notice = notice(of: listed) }
    guard let run, let id = run.id else { return }
    let contents = listed.first { $0.id == id }?.readContents
    let sequel = runs.later.sequel(of: id, run.machine)
    self.run?.follow(sequel, resumed: contents?.resumptionText)
  }

  private mutating func failRuns(_ sentence: Line) {
    runs.fail(sentence)
    if areRunsOpen, run == nil { message = .warning(sentence) }
  }

  /// Says once what was interrupted, when nothing else has to be said.
  mutating func sayNotice() {
    guard let notice = runs.notice, message == nil, screen == .list, size.isUsable else { return }
    message = .warning(notice)
    runs.notice = nil
  }

  private func notice(of listed: [ListedRun]) -> Line? {
    let open = listed.filter { run in
      guard run.status == .interrupted || run.status == .stopped, let plan = run.readContents?.plan else {
        return false
      }
      return foreignness(of: plan) == nil
    }
    guard let first = open.first else { return nil }
    let entries = open.reduce(0) { $0 + ($1.readContents?.machine.counts.openCount ?? 0) }
    let count: Line = entries == 0 ? "nothing" : entries.of("entry", plural: "entries")
    let how = first.status == .stopped ? "stopped" : "interrupted"
    let which: Line = open.count == 1 ? "Run \(first.id) was \(how)" : "\(open.count) runs were interrupted or stopped"
    let (list, goOn) = (keys.list.name(of: .runs), keys.runs.name(of: .goOn))
    return "\(which) with \(count) open: \(list) lists runs, \(goOn) there goes on."
  }

  /// Finds anew what the list says of runs, after a change of them or of what tells them from those of here.
  mutating func measureRuns() { measureRuns(cursorOn: runs.current?.id) }

  private mutating func measureRuns(cursorOn id: RunID?) {
    runs.show(runs.rows.map { RunLine($0, self) }, cursorOn: id, height: runsGeometry.height)
  }

  /// Puts the runs in another order.
  mutating func sortRuns(by sort: ColumnSort<RunColumn>) {
    runs.sort = sort
    message = .done(sort.sentence)
    runs.arrange(cursorOn: runs.current?.id, height: runsGeometry.height)
  }
}
