import Console
import NcursesTerminal
import Screen

/// Signals, and the terminal as a shell gives it to its jobs in turn.
extension TerminalDesk {
  /// How often to look whether the program is in the foreground again: a shell need not tell.
  private static let foregroundWait: Duration = .milliseconds(250)

  /// Whether the terminal is there, and this program's to use.
  var isReachable: Bool {
    mutating get {
      if !isLost, !isAway, !terminal.isInForeground { stepBack() }
      return !isLost && !isAway
    }
  }

  mutating func event(of signal: TerminalSignal) -> [Event] {
    switch signal {
    case .resized:
      terminal.resize()
      return [.resized(terminal.size())]
    case .continued:
      return comeBack()
    case .stop:
      return [.key(KeyPress(key: .control("z"), isAlone: true), at: moment())]
    case .end:
      return [.stopRequested(reason: "asked to end by a signal")]
    case .hangUp:
      return hangUp()
    }
  }

  mutating func hangUp() -> [Event] {
    isLost = true
    return [.stopRequested(reason: "the terminal was lost")]
  }

  /// Stops the program until the shell continues it.
  mutating func suspend() -> [Event] {
    guard isReachable else { return [] }
    terminal.suspend()
    // The signal that continued it would only have it drawn twice.
    let others = signals.take().filter { $0 != .continued }
    return comeBack() + others.flatMap { event(of: $0) }
  }

  /// Looks whether the program is in the foreground again, or its terminal gone.
  mutating func look() -> [Event] {
    guard isAway, !isLost else { return [] }
    if terminal.isGone { return hangUp() }
    guard terminal.isInForeground else {
      later.append(LaterInput(input: .foregroundDue, wait: Self.foregroundWait))
      return []
    }
    return comeBack()
  }

  /// Leaves the terminal to the program that is in the foreground, until this one is again.
  private mutating func stepBack() {
    isAway = true
    terminal.stepBack()
    later.append(LaterInput(input: .foregroundDue, wait: Self.foregroundWait))
  }

  /// Takes the terminal back, if the program is in the foreground.
  private mutating func comeBack() -> [Event] {
    guard !isLost else { return [] }
    guard terminal.isInForeground else {
      if !isAway { stepBack() }
      return []
    }
    isAway = false
    terminal.recover()
    if isKeyboardTold { keyboard.rearm() }
    isKeyboardTold = false
    // What was asked before has to be seen again.
    if let number = awaited?.number { awaitSight(number) }
    return [.resized(terminal.size())]
  }
}
