import AppStream
import PlainText

/// What was read becomes rows, and the next stacks are asked for.
extension ConsoleState {
  mutating func take(_ event: EstateEvent) -> [Effect] {
    estate.apply(event)
    kept.take(estate.table.userNames)
    switch event {
    case .stackListStarted, .associationsStarted, .userListStarted:
      return []
    case .users:
      // What was found by a name or a status may be more now.
      list.arranging.isOutdated = true
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
      // A plan says of its people on which other stacks they are.
      refreshPlan()
      return readNext()
    case .userListEnded:
      reads.ended(.users)
      list.arranging.isOrderOutdated = true
      showRows()
      // A plan says of its people what the pool does.
      refreshPlan()
      measureRun()
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
      let problems = estate.table.stackNames.number(of: stack).map { results.problems(onStack: $0) } ?? []
      let kept = Set(list.marks.rows(on: stack, in: estate.table)).union(problems).map { estate.table[$0] }
      return .task(.readAssociations(stack: stack, provingGone: kept.sorted()))
    }
  }

  /// Puts the cursor of the stacks on the stack that is shown, wherever it now stands.
  mutating func placeStacksCursor() {
    let place = list.stack.flatMap { name in estate.stacks.firstIndex { $0.name == name } }
    let row = place.map { $0 + 1 } ?? (list.stack == nil ? 0 : panes.stacksCursor.index)
    panes.stacksCursor.follow(to: row, count: estate.stacks.count + 1, height: geometry.height)
  }

  private mutating func takeRows(of stack: String) {
    list.arranging.isOrderOutdated = true
    guard !isLarge || list.stack == stack || list.arranging.isWorthwhile(estate.count) else { return }
    showRows()
  }

  private mutating func settle(_ stack: String, isComplete: Bool) {
    let wasOutdated = panes.outdatedReads.remove(stack) != nil
    guard isComplete, let number = estate.table.stackNames.number(of: stack) else { return showSettledRows(of: stack) }
    let gone = estate.table.associations(onStack: number).filter { !estate.present.contains($0.index) }
    if !isRunning, !wasOutdated {
      if results.hasResults(onStack: number) {
        let present = estate.present
        results.keepProblems(onStack: number) { present.contains($0.index) }
        list.arranging.isOutdated = true
      }
      forgetMarks(of: gone, on: stack)
    }
    showSettledRows(of: stack, isDue: gone.contains { list.arranged.set.contains($0.index) })
  }

  /// Shows what became of a stack's rows as soon as it is read, where that is worth while or it is looked at.
  private mutating func showSettledRows(of stack: String, isDue: Bool = false) {
    let hasChanged = list.arranging.isOrderOutdated || list.arranging.isOutdated && !list.filter.isEmpty
    if hasChanged, isDue || !isLarge || reads.isIdle || list.stack == stack { showRows() }
  }

  /// A row that a whole reading no longer shows cannot be removed, so it is not marked any more either, nor by taking a
  /// change of marks back.
  private mutating func forgetMarks(of gone: [AssociationID], on stack: String) {
    let count = list.forgetMarks(of: gone, in: estate.table)
    guard count > 0 else { return }
    let rows = count.of("marked row")
    let marks =
      count == 1 ? "is gone from the service, and its mark too" : "are gone from the service, and their marks too"
    message = .warning("\(rows) of \(stack) \(marks).")
  }

  private mutating func dropVanishedStacks() {
    let names = Set(estate.stacks.map(\.name))
    reads.keep(names)
    let table = estate.table.stackNames
    var isChanged = false
    for number in table.numbers where !names.contains(table[number]) {
      forgetMarks(of: estate.table.associations(onStack: number), on: table[number])
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
