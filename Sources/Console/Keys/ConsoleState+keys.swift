import PlainText
import Screen

/// A key goes to the screen in front (``ScreenStack/front``).
extension ConsoleState {
  /// What keys go to.
  var screen: ScreenKind { type(of: screens.front).kind }

  mutating func take(_ press: KeyPress) -> [Effect] {
    let wasLeaveAsked = isLeaveAsked
    defer { if wasLeaveAsked { isLeaveAsked = false } }
    message = nil
    list.linePressed = nil
    run?.rows.linePressed = nil
    if let effects = takePasted(press) { return effects }
    switch generalKeys.action(for: press.key) {
    case .redraw: return [.terminal(.redraw)]
    case .suspend: return isRunning ? sayHowToStop() : [.terminal(.suspend)]
    case .interrupt: return interrupt()
    case .help where size.isUsable:
      toggleHelp()
      return []
    case .help, nil: break
    }
    // What cannot be seen cannot be decided on; only stopping is always safe.
    guard size.isUsable else { return isRunning && keys.run.action(for: press.key) == .stop ? stopRun() : [] }
    let screen = screens.front
    times = times(of: press.key)
    switch screen.digits(in: self) {
    case .text: break
    case .count: if let effects = takeDigit(press.key) { return effects }
    case .countOrStrayText: if let effects = takeStray(press.key) { return effects }
    }
    return screen.take(press, in: &self)
  }

  /// What a key says that is bound to nothing.
  mutating func refuse(_ key: Key) -> [Effect] {
    if case .paste = key {
      message = .warning("Pasted text is not taken for keys.")
    } else if let name = key.name {
      message = .warning("\(name) does nothing here; \(keys.list.name(of: .help)) lists the keys.")
    }
    return []
  }

  /// Keeps every screen's rows inside its window after a change of the screen.
  mutating func fitToScreen() {
    for screen in screens.open { screen.fit(&self) }
  }

  /// Leaves at once, or after the run that has to be stopped first.
  mutating func stop(because reason: String) -> [Effect] {
    guard isRunning else { return leaveOnceClosed() }
    run?.leavesWhenFinished = true
    guard run?.isStopping != true else { return [] }
    run?.isStopping = true
    return [.run(.stop(reason: reason))]
  }

  /// Ctrl-C is about what is asked, or else about the highest screen that comes first in this, or else the highest.
  private mutating func interrupt() -> [Effect] {
    strayText = nil
    if let search = help?.typed { return search.interrupt(&self) }
    if let prompt {
      help = nil
      return prompt.screen.interrupt(&self)
    }
    let screen = screens.open.last(where: \.isInterruptedFirst) ?? screens.top
    if screen.isInterruptedFirst { help = nil }
    return screen.interrupt(&self)
  }
}
