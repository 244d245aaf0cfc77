import Console
import Glibc
import NcursesTerminal
import PlainText
import Runs
import Screen

/// The terminal as the loop sees it: its inputs become events, states become frames on it.
@MainActor
struct TerminalDesk: ~Copyable {
  /// At most so often while data streams in; what a person waits for is drawn at once.
  private static let drawInterval: Duration = .milliseconds(33)

  var terminal: NcursesTerminal
  let signals: TerminalSignals
  let keyboard: ReadableDescriptor
  let moment: @Sendable () -> Moment
  private let signalPipe: ReadableDescriptor
  private let link: WritableDescriptor
  private var pace = DrawingPace(interval: drawInterval)
  /// Whether there is something to draw that was put off.
  var isBehind = false
  private var keysHeldBack = 0
  var isLost = false
  /// Whether another program has the terminal, which is left alone then.
  var isAway = false
  /// Whether there was something to read that was left to that program.
  var isKeyboardTold = false
  var later: [LaterInput] = []
  var awaited: AwaitedSight?

  /// Takes over the terminal; from now on `inbox` hears of keys and signals.
  ///
  /// - Parameter moment: The time.
  /// - Throws: `TerminalError` or `SignalsError` when that is not possible.
  init(
    _ wishes: TerminalWishes,
    environment: [String: String],
    inbox: LoopInbox,
    moment: @escaping @Sendable () -> Moment
  ) throws {
    self.moment = moment
    try NcursesTerminal.waitForForeground()
    // Signals before the terminal, whose guard then leaves them alone.
    let signals = try TerminalSignals()
    let terminal = try NcursesTerminal(wishes, environment: environment)
    self.signals = signals
    let output = terminal.outputDescriptor
    self.terminal = terminal
    keyboard = ReadableDescriptor(STDIN_FILENO) { inbox.yield(.keysReadable(at: .now)) }
    signalPipe = ReadableDescriptor(signals.descriptor) { inbox.yield(.signalsReadable) }
    link = WritableDescriptor(output) { inbox.yield(.outputWritable) }
  }

  /// The size of the window.
  var size: Size { terminal.size() }

  /// Whether glyphs outside of ASCII can be trusted to arrive.
  var hasUnicodeLocale: Bool { terminal.hasUnicodeLocale }

  /// The events that `input` stands for.
  mutating func events(of input: LoopInput) -> [Event] {
    switch input {
    case .event(let event), .sessionEvent(let event, _):
      return [event]
    case .keysReadable(let arrival):
      guard isReachable else {
        isKeyboardTold = true
        return []
      }
      let events = keys(arrival: arrival)
      // A lost terminal is readable for ever.
      if !isLost { keyboard.rearm() }
      return events
    case .signalsReadable:
      let events = signals.take().flatMap { event(of: $0) }
      signalPipe.rearm()
      return events
    case .outputWritable:
      link.hasTold()
      if isReachable { terminal.flush() }
      return []
    case .keyOverdue(let number):
      return number == keysHeldBack ? events(of: terminal.keyTimeout()) : []
    case .drawDue:
      return []
    case .foregroundDue:
      return look()
    case .sightOverdue(let number):
      return isReachable && awaited?.number == number ? [.frameUnseen(number)] : []
    }
  }

  /// Draws `state`, or puts it off a little while data streams in, or frames are still under way.
  ///
  /// - Parameter isChanged: Whether it is another one than before.
  mutating func draw(_ state: ConsoleState, isChanged: Bool, isUrgent: Bool) {
    guard isChanged || isBehind else { return }
    isBehind = true
    guard isReachable else { return }
    defer { awaitOutput() }
    // Nothing that is not on its way yet can be late: what is drawn when the link is free again is the newest state.
    guard !terminal.isOutputPending else { return }
    let now = ContinuousClock.now
    switch pace.decide(isUrgent: isUrgent, after: terminal.frameWait ?? .zero, now: now) {
    case .now: show(state)
    case .after(let wait): later.append(LaterInput(input: .drawDue, wait: wait))
    case .scheduledAlready: break
    }
  }

  /// Draws everything again.
  mutating func redraw() {
    guard isReachable else { return }
    terminal.redraw()
    awaitOutput()
  }

  /// Rings the bell, where that is wished for.
  mutating func ring() {
    guard isReachable else { return }
    terminal.ring()
    awaitOutput()
  }

  /// Sends `line` to the clipboard of the terminal's user.
  ///
  /// - Returns: What became of it; nothing where another program has the terminal.
  mutating func copy(_ line: Line) -> [Event] {
    guard isReachable else { return [] }
    let answer = terminal.copyToClipboard(line.text)
    awaitOutput()
    return [.copied(answer)]
  }

  /// Gives the terminal back.
  mutating func leave() {
    terminal.leave()
  }

  /// The inputs that are to come later, each once.
  mutating func takeLaterInputs() -> [LaterInput] {
    defer { later = [] }
    return later
  }

  func awaitOutput() {
    if terminal.isOutputPending { link.arm() }
  }

  private mutating func show(_ state: ConsoleState) {
    terminal.setTitle(state.windowTitle)
    switch terminal.show(render(state)) {
    case .whole(let frame):
      isBehind = false
      if awaited?.frame == nil { awaited?.frame = frame }
    // The answer to it comes first, unless it is lost.
    case .part: later.append(LaterInput(input: .drawDue, wait: Self.sightWait))
    case .nothing: break
    }
  }

  mutating func keys(arrival: ContinuousClock.Instant?) -> [Event] {
    var events: [Event] = []
    switch terminal.readKeys(arrival: arrival) {
    case .news(let news): events = self.events(of: news)
    case .nothing: break
    case .lost: events = hangUp()
    }
    if let deadline = terminal.keyDeadline {
      keysHeldBack += 1
      later.append(LaterInput(input: .keyOverdue(keysHeldBack), wait: deadline - .now))
    }
    return events
  }

  private mutating func events(of news: [TerminalNews]) -> [Event] {
    var events: [Event] = []
    for item in news {
      switch item {
      case .key(let press): events.append(.key(press, at: moment()))
      case .mouse(let event): events.append(.mouse(event, at: moment()))
      case .frameSeen(let frame): events += seen(frame)
      }
    }
    return events
  }

  mutating func seen(_ frame: Int) -> [Event] {
    guard let awaited, let drawn = awaited.frame, drawn <= frame else { return [] }
    self.awaited = nil
    return [.frameSeen(awaited.number)]
  }
}
