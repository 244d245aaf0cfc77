import PlainText
import Runs
import Screen

/// The list of runs: its keys, and what arrives for it.
extension ConsoleState {
  mutating func openRuns() -> [Effect] {
    runs.isOpen = true
    return listRuns()
  }

  mutating func listRuns() -> [Effect] {
    guard runs.listing != .reading else { return [] }
    runs.beginListing()
    return [.task(.listRuns)]
  }

  mutating func takeInRuns(_ key: Key) -> [Effect] {
    guard let action = runsKeys.action(for: key) else { return refuse(key) }
    switch action {
    case .move(let movement):
      let height = runGeometry.height
      runs.cursor.move(movement, times: times, count: runs.rows.count, height: height)
    case .open: return ask(.open)
    case .goOn: return ask(.goOn)
    case .undo: return ask(.undo([]))
    case .receipt:
      guard let run = readableRun() else { return [] }
      prompt = .path(PathPrompt(.receipt(run.id)))
    case .readAgain:
      if runs.listing == .reading { message = .warning("The runs are being read already.") }
      return listRuns()
    case .stopRun: message = .warning("No run is in progress here.")
    case .command: openCommandPrompt()
    case .help: openHelp()
    case .back:
      runs.isOpen = false
      runRequest = nil
    }
    return []
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
    if isFirst { runs.notice = notice(of: listed) }
    guard let run, let id = run.id else { return }
    let contents = listed.first { $0.id == id }?.readContents
    self.run?.follow(runs.later.sequel(of: id, run.machine), resumed: contents?.resumptionText)
  }

  private mutating func failRuns(_ sentence: String) {
    runs.fail(sentence.visible)
    if runs.isOpen, run == nil { message = .warning(sentence.visible) }
  }

  /// Says once what was cut off, when nothing else has to be said.
  mutating func sayNotice() {
    guard let notice = runs.notice, message == nil, screen == .list, size.isUsable else { return }
    message = .warning(notice)
    runs.notice = nil
  }

  /// The run under the cursor, or `nil` with the reason in the message line.
  mutating func readableRun() -> ListedRun? {
    guard let run = runs.current else {
      message = .warning("There is no run here.")
      return nil
    }
    guard let problem = run.problem else { return run }
    message = .warning(problem.description.visible)
    return nil
  }

  private mutating func ask(_ purpose: RunRequest.Purpose) -> [Effect] {
    guard let run = readableRun() else { return [] }
    return request(purpose, run.id, of: run.readContents?.plan)
  }

  private func notice(of listed: [ListedRun]) -> String? {
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
    return "\(which) with \(count) open: L lists runs, R there goes on."
  }
}
