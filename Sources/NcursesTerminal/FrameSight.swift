/// Which of the frames that were drawn have been seen.
///
/// A frame counts as seen when it has left the output queue; where the terminal answers reports, when the answer to one
/// that was sent after the frame is back. It reads no clock and no terminal.
struct FrameSight: Sendable, Equatable {
  /// The number of the newest frame that was drawn; numbers grow by one, and 0 is none.
  private(set) var drawn = 0
  /// The number of the newest frame that has been seen.
  private(set) var seen = 0
  /// Whether the terminal has answered a report.
  private(set) var isAnswering = false
  /// The reports that are not answered yet, oldest first.
  private var asked: [Report] = []

  private struct Report: Equatable {
    /// The newest frame that was drawn before it.
    var frame: Int
    var sent: ContinuousClock.Instant
  }

  /// After so long a terminal that has never answered is taken for one that does not.
  private static let firstAnswerWait = Duration.seconds(2)
  /// After so long an answer is taken for lost, as on a serial line.
  private static let answerWait = Duration.seconds(30)

  /// Whether answers may yet come.
  var isAwaitingAnswer: Bool { !asked.isEmpty }

  /// Whether answers are likely to come.
  func isAnswerDue(at moment: ContinuousClock.Instant) -> Bool {
    asked.contains { isAnswering || moment - $0.sent < Self.firstAnswerWait }
  }

  /// A frame was handed over to the output queue.
  mutating func draw() -> Int {
    drawn += 1
    return drawn
  }

  /// A report was sent after the newest frame.
  mutating func ask(at moment: ContinuousClock.Instant) {
    asked.removeAll { moment - $0.sent >= Self.answerWait }
    asked.append(Report(frame: drawn, sent: moment))
  }

  /// The terminal answered the oldest report; one that nobody sent says nothing.
  ///
  /// - Returns: The number of the newest frame seen, if that is news.
  mutating func answer() -> Int? {
    guard !asked.isEmpty else { return nil }
    isAnswering = true
    return see(asked.removeFirst().frame)
  }

  /// The output queue is empty.
  ///
  /// - Returns: The number of the newest frame seen, if that is news.
  mutating func emptyQueue() -> Int? {
    isAnswering ? nil : see(drawn)
  }

  /// No answer is to come any more: something else has read the terminal meanwhile.
  mutating func forgetAsked() {
    asked = []
  }

  private mutating func see(_ frame: Int) -> Int? {
    guard frame > seen else { return nil }
    seen = frame
    return seen
  }
}
