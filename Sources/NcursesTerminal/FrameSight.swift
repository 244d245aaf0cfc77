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
  /// The frames after which a report was sent that is not answered yet, oldest first.
  private var asked: [Int] = []

  /// Whether answers are to come.
  var isAwaitingAnswer: Bool { !asked.isEmpty }

  /// A frame was handed over to the output queue.
  mutating func draw() -> Int {
    drawn += 1
    return drawn
  }

  /// A report was sent after the newest frame.
  mutating func ask() {
    asked.append(drawn)
  }

  /// The terminal answered the oldest report; one that nobody sent says nothing.
  ///
  /// - Returns: The number of the newest frame seen, if that is news.
  mutating func answer() -> Int? {
    guard !asked.isEmpty else { return nil }
    isAnswering = true
    return see(asked.removeFirst())
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
