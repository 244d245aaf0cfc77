/// Which of the frames that were drawn have been seen, by what the terminal answers.
///
/// A frame counts as seen when it has left the output queue; where the terminal answers reports, when the answer to one
/// that was sent after the frame is back. It reads no clock and no terminal.
struct FrameSight: Sendable, Equatable {
  typealias Instant = ContinuousClock.Instant

  /// A question that a terminal answers when it has taken what was sent before.
  enum Report: Sendable, Equatable {
    /// Whether it is in order.
    case status
    /// Where its cursor is, which some answer that answer nothing else.
    case cursor
  }

  /// The number of the newest frame that was drawn; numbers grow by one, and 0 is none.
  private(set) var drawn = 0
  /// The number of the newest frame that has been seen.
  private(set) var seen = 0
  /// The report that the terminal answers; `nil` until it has answered one.
  private(set) var answered: Report?
  /// What is under way to the terminal.
  private(set) var traffic = LinkTraffic()
  /// The reports that are not answered yet, oldest first.
  private var asked: [Asked] = []
  /// How many bytes had been sent when a report was sent last.
  private var reported = 0

  private struct Asked: Equatable {
    var report: Report
    /// The newest frame that was drawn before it.
    var frame: Int
    /// How many bytes were sent before it and with it.
    var bytes: Int
    var sent: Instant
  }

  /// How much longer than is known of the link an answer may take.
  private static let patience = Duration.seconds(2)
  /// After so long an answer is taken for lost, as on a serial line.
  private static let answerWait = Duration.seconds(30)

  /// Whether a frame has been seen only once a report is answered.
  var isAnswering: Bool { answered != nil }

  /// Whether answers may yet come.
  var isAwaitingAnswer: Bool { !asked.isEmpty }

  /// Whether answers are likely to come.
  func isAnswerDue(at moment: Instant) -> Bool {
    asked.contains { moment - $0.sent < Self.patience + ($0.report == answered ? traffic.delay : .zero) }
  }

  /// Whether something was sent that no report is about, and none is under way.
  var wantsReport: Bool { isAnswering && traffic.sent > reported && !asked.contains { $0.report == answered } }

  /// Whether a report is under way on all that was sent.
  var isReportUnderWay: Bool { asked.last.map { $0.report == answered && $0.bytes == traffic.sent } ?? false }

  /// A frame was handed over to the output queue.
  mutating func draw() -> Int {
    drawn += 1
    return drawn
  }

  /// So many bytes were handed over to the output queue.
  mutating func send(_ bytes: Int) {
    traffic.send(bytes)
  }

  /// A report was sent after the newest frame, the bytes of it counted already.
  mutating func ask(_ report: Report, at moment: Instant) {
    asked.removeAll { moment - $0.sent >= Self.answerWait }
    reported = traffic.sent
    asked.append(Asked(report: report, frame: drawn, bytes: traffic.sent, sent: moment))
  }

  /// The terminal answered the oldest report of a kind; one that nobody sent says nothing.
  ///
  /// - Returns: The number of the newest frame seen, if that is news.
  mutating func answer(_ report: Report, at moment: Instant) -> Int? {
    guard let place = asked.firstIndex(where: { $0.report == report }) else { return nil }
    let answered = asked.remove(at: place)
    if self.answered == nil { self.answered = report }
    guard self.answered == report else { return nil }
    traffic.answer(upTo: answered.bytes, sent: answered.sent, at: moment)
    return see(answered.frame)
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
    traffic.forget()
  }

  /// For how long no frame is to be begun; `nil` where one may be at once.
  ///
  /// It ends earlier with the next answer.
  func wait(at moment: Instant) -> Duration? {
    guard let oldest = asked.first(where: { $0.report == answered }) else { return nil }
    return traffic.wait(since: oldest.sent, at: moment)
  }

  private mutating func see(_ frame: Int) -> Int? {
    guard frame > seen else { return nil }
    seen = frame
    return seen
  }
}
