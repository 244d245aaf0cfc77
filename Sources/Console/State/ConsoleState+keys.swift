import AppStream
import Runs
import Screen

/// A key goes to the screen on top (``ConsoleState/screen``).
extension ConsoleState {
  mutating func take(_ press: KeyPress) -> [Effect] {
    let wasLeaveAsked = isLeaveAsked
    defer { if wasLeaveAsked { isLeaveAsked = false } }
    message = nil
    if let effects = takePasted(press) { return effects }
    switch generalKeys.action(for: press.key) {
    case .redraw: return [.terminal(.redraw)]
    case .suspend: return isRunning ? sayHowToStop() : [.terminal(.suspend)]
    case .interrupt: return interrupt()
    case nil: break
    }
    // What cannot be seen cannot be decided on; only stopping is always safe.
    guard size.isUsable else { return isRunning && runKeys.action(for: press.key) == .stop ? stopRun() : [] }
    switch screen {
    case .commandPrompt, .pathPrompt, .question, .codePrompt: return takeInPrompt(press)
    case .opening: return takeWhileOpening(press.key)
    case .overlay, .plan, .run, .runs, .filterPrompt, .list: break
    }
    times = times(of: press.key)
    if screen == .overlay || isRunning && plan == nil, let effects = takeDigit(press.key) { return effects }
    if screen == .overlay { return takeInOverlay(press.key) }
    if takesStrayText, let effects = takeStray(press.key) { return effects }
    if baseScreen == .plan { return takeInPlan(press) }
    return takeInScreen(press.key)
  }

  /// A key where nothing lies over the screen, and no plan is shown.
  private mutating func takeInScreen(_ key: Key) -> [Effect] {
    switch baseScreen {
    case .run: takeInRun(key)
    case .runs: takeInRuns(key)
    case .filterPrompt: takeInFilterPrompt(key)
    case .list, .plan, .commandPrompt, .pathPrompt, .question, .codePrompt, .opening, .overlay:
      takeInList(key)
    }
  }

  /// Whether a text that is typed here answers nothing.
  ///
  /// In a run every key has to work at once.
  private var takesStrayText: Bool {
    if let plan { return plan.entry == nil || !sight.isSeen }
    return !isRunning && list.filterBeforePrompt == nil
  }

  /// What a key says that is bound to nothing.
  mutating func refuse(_ key: Key) -> [Effect] {
    if case .paste = key {
      message = .warning("Pasted text is not taken for keys.")
    } else if let name = key.name {
      message = .warning("\(name) does nothing here; ? lists the keys.")
    }
    return []
  }

  /// Keeps every list inside its window after a change of the screen.
  mutating func fitToScreen() {
    let height = geometry.height
    list.rowsCursor.fit(count: list.shown.count, height: height)
    list.stacksCursor.fit(count: estate.stacks.count + 1, height: height)
    plan?.fit(to: size)
    let runHeight = runGeometry.height
    if let count = run?.machine.entries.count { run?.cursor.fit(count: count, height: runHeight) }
    runs.cursor.fit(count: runs.rows.count, height: runHeight)
    overlay?.fit(to: size)
  }

  /// Leaves at once, or after the run that has to be stopped first.
  mutating func stop(because reason: String) -> [Effect] {
    guard isRunning else { return leaveOnceClosed() }
    run?.leavesWhenFinished = true
    guard run?.isStopping != true else { return [] }
    run?.isStopping = true
    return [.run(.stop(reason: reason))]
  }

  private mutating func interrupt() -> [Effect] {
    strayText = nil
    if prompt != nil { return cancelPrompt() }
    if opening != nil { return stayInSession() }
    if plan != nil {
      overlay = nil
      return leavePlan()
    }
    if isRunning { return stopRun() }
    if list.filterBeforePrompt != nil {
      cancelFilterPrompt()
      return []
    }
    let leave = Key.character("q")
    if overlay != nil { return takeInOverlay(leave) }
    return takeInScreen(leave)
  }
}
