import CNcurses
import Glibc
import Screen

/// What comes from the terminal.
extension NcursesTerminal {
  /// What has come since the last call, which may be nothing: it never waits.
  ///
  /// - Parameter arrival: When the first byte had come, where that was noticed earlier than now.
  package mutating func readKeys(arrival: ContinuousClock.Instant? = nil) -> Input {
    switch input.read(arrival: arrival) {
    case .received(let received):
      let news = news(of: received)
      return news.isEmpty ? .nothing : .news(news)
    case .nothing: return .nothing
    case .lost: return .lost
    }
  }

  /// Until when an ESC, an unfinished sequence or a paste is held back; `nil` if nothing is.
  ///
  /// Ask ``keyTimeout()`` then what it was, if nothing has come before.
  package var keyDeadline: ContinuousClock.Instant? { input.deadline }

  /// What the bytes held back mean, where nothing has followed them until their deadline.
  package mutating func keyTimeout() -> [TerminalNews] {
    news(of: input.timeout())
  }

  private mutating func news(of received: [Received]) -> [TerminalNews] {
    let news = received.compactMap { item -> TerminalNews? in
      switch item {
      case .key(let press): .key(press)
      case .mouse(let event): held.reportsMouse ? .mouse(event) : nil
      case .report(.isReady): sight.answer(.status, at: .now).map { .frameSeen($0) }
      case .report(.cursor): sight.answer(.cursor, at: .now).map { .frameSeen($0) }
      case .report: nil
      }
    }
    terminal_guard_expect_answer(sight.isAwaitingAnswer)
    reportIfWanted()
    return news
  }
}

/// Reports: what the terminal says of itself.
extension NcursesTerminal {
  /// How long the last answers are waited for before the terminal is given back, which would be typed into the shell;
  /// less where none has ever come.
  private static let (answerWait, firstAnswerWait) = (Duration.seconds(1), Duration.milliseconds(500))

  /// Whether the terminal answers reports, so that a frame has been seen only once one sent after it is answered.
  ///
  /// Otherwise a frame counts as seen as soon as it has left the output queue.
  package var answersReports: Bool { sight.isAnswering }

  /// Asks the terminal to tell when it has taken all that was sent so far.
  ///
  /// The answer comes with the keys, as ``TerminalNews/frameSeen(_:)`` of the newest frame. A terminal that has never
  /// answered is not asked again.
  package mutating func requestReport() {
    if let report = sight.answered, !sight.isReportUnderWay { send(report) }
  }

  /// The number of the newest frame seen, if that is news because the output queue is empty now.
  ///
  /// Read the keys first: those that came before were pressed by somebody who had not seen it.
  package mutating func frameSeenByQueue() -> Int? {
    isOutputPending ? nil : sight.emptyQueue()
  }

  /// For how long no frame is to be begun, because those before it are still on a slow link; `nil` where one may be at
  /// once.
  ///
  /// It may end earlier, whenever something comes from the terminal.
  package var frameWait: Duration? {
    sight.wait(at: .now) ?? held.output.wait
  }

  /// How long the answer to a report may take that is sent now, by what is known of the link.
  package var linkDelay: Duration { sight.traffic.delay }

  /// Asks whether the terminal marks pastes, and whether it answers at all.
  ///
  /// It comes before anything is drawn, since a terminal that does not know a request may print a part of it.
  mutating func askWhatItCan() {
    guard held.takesControlSequences else { return }
    if held.marksPastes { held.send(HeldTerminal.pasteMarksRequest) }
    send(.status)
    send(.cursor)
  }

  /// Has the terminal tell when it has taken what was sent since it was last asked, one question at a time.
  mutating func reportIfWanted() {
    if !isOutputPending, held.isHeld, sight.wantsReport { requestReport() }
  }

  private mutating func send(_ report: FrameSight.Report) {
    let sequence = report == .status ? HeldTerminal.statusRequest : HeldTerminal.cursorRequest
    held.send(sequence)
    sight.send(sequence.utf8.count)
    sight.ask(report, at: .now)
    terminal_guard_expect_answer(true)
  }

  /// Waits for the answers that are under way, which nobody else is to get; never for a terminal that takes nothing.
  mutating func awaitAnswers() {
    let end = ContinuousClock.now + (answersReports ? Self.answerWait : Self.firstAnswerWait)
    while held.isHeld, held.isInForeground, !isOutputPending, sight.isAnswerDue(at: .now) {
      let left = end - .now
      guard left > .zero else { break }
      var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      poll(&request, 1, CInt(left / .milliseconds(1)) + 1)
      if case .lost = readKeys() { break }
    }
  }
}
