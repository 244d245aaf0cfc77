import Console
import FoundationEssentials
import Glibc
import NcursesTerminal
import Screen

/// The terminal as the loop sees it: its inputs become events, states become frames on it.
@MainActor
struct TerminalDesk: ~Copyable {
  /// At most so often while data streams in; what a person waits for is drawn at once.
  private static let drawInterval: Duration = .milliseconds(33)
  /// How long an ESC may be the beginning of a sequence.
  private static let escapeWait: Duration = .milliseconds(100)

  private var terminal: NcursesTerminal
  private let signals: TerminalSignals
  private let keyboard: ReadableDescriptor
  private let signalPipe: ReadableDescriptor
  private let link: WritableDescriptor
  private var pace = DrawingPace(interval: drawInterval)
  private var escapes = 0
  private var isLost = false
  private var later: [LaterInput] = []

  /// Takes over the terminal; from now on `inbox` hears of keys and signals.
  ///
  /// - Throws: ``TerminalError`` or ``SignalsError`` when that is not possible.
  init(theme: Theme, environment: [String: String], inbox: AsyncStream<LoopInput>.Continuation) throws {
    // Signals first: ncurses then leaves them alone.
    let signals = try TerminalSignals()
    let terminal = try NcursesTerminal(theme: theme, environment: environment)
    self.signals = signals
    let output = terminal.outputDescriptor
    self.terminal = terminal
    keyboard = ReadableDescriptor(STDIN_FILENO) { inbox.yield(.keysReadable) }
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
    case .event(let event), .answer(let event, _):
      return [event]
    case .keysReadable:
      return keys()
    case .signalsReadable:
      let events = signals.take().flatMap { event(of: $0) }
      signalPipe.rearm()
      return events
    case .outputWritable:
      link.hasTold()
      terminal.flush()
      return []
    case .escapeWaited(let number):
      guard number == escapes, terminal.isWaitingForKey else { return [] }
      return terminal.keyTimeout().map { .key($0, at: Date()) }
    case .drawDue:
      pace.isScheduled = false
      return []
    }
  }

  /// Draws `state`, or puts it off a little while data streams in.
  mutating func draw(_ state: ConsoleState, isUrgent: Bool) {
    guard !isLost else { return }
    defer { awaitOutput() }
    // Nothing that is not on its way yet can be late: what is drawn when the link is free again is the newest state.
    guard !terminal.isOutputPending else { return }
    switch pace.decide(isUrgent: isUrgent, now: .now) {
    case .now: terminal.show(render(state))
    case .after(let wait): later.append(LaterInput(input: .drawDue, wait: wait))
    case .scheduledAlready: break
    }
  }

  /// Throws away what was typed before `state` could be seen.
  mutating func discardTypedAhead(_ state: ConsoleState) {
    guard !isLost else { return }
    terminal.show(render(state))
    awaitOutput()
    terminal.discardTypedAhead()
  }

  /// Stops the program until the shell continues it.
  mutating func suspend() -> [Event] {
    terminal.suspend()
    // It has drawn everything again; the signal that continued it would only have that done twice.
    let others = signals.take().filter { $0 != .continued }
    return [.resized(terminal.size())] + others.flatMap { event(of: $0) }
  }

  /// Draws everything again.
  mutating func redraw() {
    terminal.redraw()
    awaitOutput()
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

  private func awaitOutput() {
    if terminal.isOutputPending { link.arm() }
  }

  private mutating func keys() -> [Event] {
    var events: [Event] = []
    switch terminal.readKeys() {
    case .keys(let presses):
      events = presses.map { .key($0, at: Date()) }
      keyboard.rearm()
    case .nothing:
      keyboard.rearm()
    case .lost:
      // Not armed again: a lost terminal is readable for ever.
      events = hangUp()
    }
    if terminal.isWaitingForKey {
      escapes += 1
      later.append(LaterInput(input: .escapeWaited(escapes), wait: Self.escapeWait))
    }
    return events
  }

  private mutating func event(of signal: TerminalSignal) -> [Event] {
    switch signal {
    case .resized:
      terminal.resize()
      return [.resized(terminal.size())]
    case .continued:
      terminal.recover()
      return [.resized(terminal.size())]
    case .stop:
      return [.key(KeyPress(key: .control("z"), isAlone: true), at: Date())]
    case .end:
      return [.stopRequested(reason: "asked to end by a signal")]
    case .hangUp:
      return hangUp()
    }
  }

  private mutating func hangUp() -> [Event] {
    isLost = true
    return [.stopRequested(reason: "the terminal was lost")]
  }
}
