import AppStream
import PlainText

/// What was read becomes rows, and the next stacks are asked for.
extension ConsoleState {
  mutating func take(_ event: EstateEvent) -> [Effect] {
    let current = list.currentRow
    let isFromStart = isFirstPage(event)
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
      if failure == nil { dropVanishedStacks(keeping: current) }
      return readNext()
    case .associations(let stack, _):
      takeRows(of: stack, isFromStart: isFromStart, keeping: current)
      return []
    case .associationsEnded(let stack, let failure, _):
      reads.ended(stack)
      settle(stack, isComplete: failure == nil, keeping: current)
      return readNext()
    case .userListEnded:
      reads.ended(.users)
      list.people.setPool(estate.users.compactMap(\.userName))
      list.people.settle(isDue: true)
      if !list.filter.isEmpty { showRows(keeping: current) }
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
      let kept = list.marks.rows(on: stack).union(list.results.problems(on: stack))
      return .task(.readAssociations(stack: stack, provingGone: kept.sorted()))
    }
  }

  /// Puts the cursor of the stacks on the stack that is shown, wherever it now stands.
  mutating func placeStacksCursor() {
    let place = list.stack.flatMap { name in estate.stacks.firstIndex { $0.name == name } }
    let row = place.map { $0 + 1 } ?? (list.stack == nil ? 0 : list.stacksCursor.index)
    list.stacksCursor.follow(to: row, count: estate.stacks.count + 1, height: geometry.height)
  }

  private func isFirstPage(_ event: EstateEvent) -> Bool {
    guard case .associations(let stack, _) = event else { return false }
    return estate.readings[stack].map { $0 == .reading(pages: 0) } ?? true
  }

  private mutating func takeRows(of stack: String, isFromStart: Bool, keeping current: Association?) {
    let earlier = list.table.rows(of: stack)
    let later = estate.associations(of: stack)
    let slot = list.table.set(later, of: stack, unchanged: isFromStart ? 0 : earlier.count)
    if isFromStart {
      list.people.replace(earlier, with: later)
      list.order.replaced(slot, in: list.table)
    } else {
      list.people.replace([], with: later.dropFirst(earlier.count))
      list.order.appended(slot, in: list.table)
    }
    mergeRows(isDue: list.stack == stack, keeping: current)
  }

  private mutating func mergeRows(isDue: Bool, keeping current: Association?) {
    list.people.settle(isDue: reads.isIdle)
    guard list.order.merge(list.table, isDue: isDue) else { return }
    showRows(keeping: current)
  }

  private mutating func settle(_ stack: String, isComplete: Bool, keeping current: Association?) {
    let isDue = list.order.rows.count <= RowOrder.quicklyMerged || reads.isIdle || list.stack == stack
    mergeRows(isDue: isDue, keeping: current)
    let wasOutdated = list.outdatedReads.remove(stack) != nil
    guard isComplete, !isRunning, !wasOutdated else { return }
    guard list.results.hasResults(on: stack) || list.marks.count(on: stack) > 0 else { return }
    let present = Set(list.table.rows(of: stack).lazy.map(\.identity))
    list.results.keepProblems(on: stack, of: present)
    forgetMarks(on: stack, except: present)
  }

  /// A row that a whole reading no longer shows cannot be removed, so it is not marked any more either.
  private mutating func forgetMarks(on stack: String, except present: Set<Association>) {
    let gone = list.marks.rows(on: stack).subtracting(present)
    guard !gone.isEmpty else { return }
    list.marks.forget(gone)
    list.countShownMarks()
    countMarksInRun()
    let rows = gone.count == 1 ? "1 marked row" : "\(gone.count) marked rows"
    let marks =
      gone.count == 1 ? "is gone from the service, and its mark too" : "are gone from the service, and their marks too"
    message = .warning("\(rows) of \(stack.visible) \(marks).")
  }

  private mutating func dropVanishedStacks(keeping current: Association?) {
    let names = Set(estate.stacks.map(\.name))
    reads.keep(names)
    var isChanged = false
    for stack in list.table.stacks where !names.contains(stack) {
      let rows = list.table.rows(of: stack)
      guard !rows.isEmpty else { continue }
      isChanged = true
      list.people.replace(rows, with: [])
      list.order.replaced(list.table.set([], of: stack), in: list.table)
      forgetMarks(on: stack, except: [])
    }
    if let stack = list.stack, !names.contains(stack) {
      list.stack = nil
      isChanged = true
      message = .warning("\(stack.visible) is no stack any more; all stacks are shown.")
    }
    placeStacksCursor()
    guard isChanged else { return }
    _ = list.order.merge(list.table, isDue: true)
    list.people.settle(isDue: true)
    showRows(keeping: current)
  }
}
