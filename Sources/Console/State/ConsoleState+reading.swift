import AppStream
import PlainText

/// What was read becomes rows, and the next stacks are asked for.
extension ConsoleState {
  mutating func take(_ event: EstateEvent) -> [Effect] {
    estate.apply(event)
    switch event {
    case .stackListStarted, .associationsStarted, .userListStarted, .users:
      return []
    case .stacks(let page):
      reads.append(page.map(\.name).filter { (estate.readings[$0] ?? .waiting) == .waiting })
      placeStacksCursor()
      return readNext()
    case .stackListEnded(let failure, _):
      reads.ended(.stacks)
      if failure == nil { dropVanishedStacks() }
      return readNext()
    case .associations(let stack, _):
      takeRows(of: stack)
      return []
    case .associationsEnded(let stack, let failure, _):
      reads.ended(stack)
      settle(stack, isComplete: failure == nil)
      return readNext()
    case .userListEnded:
      reads.ended(.users)
      list.arranging.isOrderOutdated = true
      showRows()
      return []
    }
  }

  /// Asks for the lists of stacks and of users, those that are not being read or about to be.
  mutating func readListsAgain() -> [Effect] {
    let stacks = !estate.stackList.isReading && reads.begin(.stacks)
    let users = !estate.userList.isReading && reads.begin(.users)
    return (stacks ? [.task(.readStacks)] : []) + (users ? [.task(.readUsers)] : [])
  }

  /// Asks for the next stacks, the one that is looked at before the others.
  mutating func readNext() -> [Effect] {
    reads.takeNext(preferring: list.stack).map { stack in
      let problems = estate.table.stackNames.number(of: stack).map { list.results.problems(onStack: $0) } ?? []
      let kept = Set(list.marks.rows(on: stack, in: estate.table)).union(problems).map { estate.table[$0] }
      return .task(.readAssociations(stack: stack, provingGone: kept.sorted()))
    }
  }

  /// Puts the cursor of the stacks on the stack that is shown, wherever it now stands.
  mutating func placeStacksCursor() {
    let place = list.stack.flatMap { name in estate.stacks.firstIndex { $0.name == name } }
    let row = place.map { $0 + 1 } ?? (list.stack == nil ? 0 : list.stacksCursor.index)
    list.stacksCursor.follow(to: row, count: estate.stacks.count + 1, height: geometry.height)
  }

  private mutating func takeRows(of stack: String) {
    list.arranging.isOrderOutdated = true
    let isFew = estate.count <= list.arranging.rowsAtOnce
    guard isFew || list.stack == stack || list.arranging.isWorthwhile(estate.count) else { return }
    showRows()
  }

  private mutating func settle(_ stack: String, isComplete: Bool) {
    if list.arranging.isOrderOutdated, reads.isIdle || list.stack == stack { showRows() }
    let wasOutdated = list.outdatedReads.remove(stack) != nil
    guard isComplete, !isRunning, !wasOutdated, let number = estate.table.stackNames.number(of: stack) else { return }
    if list.results.hasResults(onStack: number) {
      let present = estate.present
      list.results.keepProblems(onStack: number) { present.contains($0.index) }
      list.arranging.isOutdated = true
    }
    forgetGoneMarks(on: stack)
  }

  /// A row that a whole reading no longer shows cannot be removed, so it is not marked any more either.
  private mutating func forgetGoneMarks(on stack: String) {
    let gone = list.marks.rows(on: stack, in: estate.table).filter { !estate.present.contains($0.index) }
    guard !gone.isEmpty else { return }
    _ = list.forgetMarks(of: gone, in: estate.table)
    countMarksInRun()
    let rows = gone.count == 1 ? "1 marked row" : "\(gone.count) marked rows"
    let marks =
      gone.count == 1 ? "is gone from the service, and its mark too" : "are gone from the service, and their marks too"
    message = .warning("\(rows) of \(stack) \(marks).")
  }

  private mutating func dropVanishedStacks() {
    let names = Set(estate.stacks.map(\.name))
    reads.keep(names)
    let table = estate.table.stackNames
    var isChanged = false
    for stack in table.numbers.lazy.map({ table[$0] }) where !names.contains(stack) {
      forgetGoneMarks(on: stack)
      isChanged = true
    }
    if let stack = list.stack, !names.contains(stack) {
      list.stack = nil
      isChanged = true
      message = .warning("\(stack) is no stack any more; all stacks are shown.")
    }
    placeStacksCursor()
    guard isChanged else { return }
    list.arranging.isOrderOutdated = true
    showRows()
  }
}
