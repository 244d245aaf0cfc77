import AppStream
import FoundationEssentials
import Runs
import Screen

/// A key goes to what is on top: an overlay, a prompt, the plan, the run, or the list.
extension ConsoleState {
  mutating func take(_ press: KeyPress, at now: Moment) -> [Effect] {
    let moment = now.date
    message = nil
    let wasLeaveAsked = isLeaveAsked
    isLeaveAsked = false
    if let effects = takePasted(press) { return effects }
    switch generalKeys.action(for: press.key) {
    case .redraw: return [.terminal(.redraw)]
    case .suspend: return isRunning ? sayHowToStop() : [.terminal(.suspend)]
    case .interrupt: return interrupt(at: moment, wasLeaveAsked: wasLeaveAsked)
    case nil: break
    }
    // What cannot be seen cannot be decided on; only stopping is always safe.
    guard size.isUsable else { return isRunning && runKeys.action(for: press.key) == .stop ? stopRun() : [] }
    if prompt != nil { return takeInPrompt(press) }
    if opening != nil { return takeWhileOpening(press.key) }
    times = times(of: press.key)
    if overlay != nil || isRunning && plan == nil, let effects = takeDigit(press.key) { return effects }
    if overlay != nil { return takeInOverlay(press.key) }
    if takesStrayText, let effects = takeStray(press.key) { return effects }
    if plan != nil { return takeInPlan(press, at: now) }
    if run != nil { return takeInRun(press.key, at: moment) }
    if runs.isOpen { return takeInRuns(press.key, at: moment) }
    if list.filterBeforePrompt != nil { return takeInFilterPrompt(press.key) }
    return takeInList(press.key, at: moment, wasLeaveAsked: wasLeaveAsked)
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

  private mutating func interrupt(at moment: Date, wasLeaveAsked: Bool) -> [Effect] {
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
    if run != nil { return takeInRun(leave, at: moment) }
    if runs.isOpen { return takeInRuns(leave, at: moment) }
    return takeInList(leave, at: moment, wasLeaveAsked: wasLeaveAsked)
  }
}
