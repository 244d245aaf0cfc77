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

  /// Takes in the list of runs, and the first time says which of them were cut off.
  private mutating func takeRuns(_ listed: [ListedRun]) {
    let isFirst = runs.isNeverListed
    runs.take(listed, height: runGeometry.height)
    measureRuns()
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

  /// Says once what was cut off, when nothing else has to be said.
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
    let count = entries == 0 ? "nothing" : entries == 1 ? "1 entry" : "\(entries) entries"
    let how = first.status == .stopped ? "stopped" : "cut off"
    let which = open.count == 1 ? "Run \(first.id) was \(how)" : "\(open.count) runs were cut off or stopped"
    let (list, goOn) = (keys.list.name(of: .runs), keys.runs.name(of: .goOn))
    return "\(which) with \(count) open: \(list) lists runs, \(goOn) there goes on."
  }
}
