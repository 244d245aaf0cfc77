import Console
import NcursesTerminal

/// What a person has seen: a question that was on no screen yet is answered by nothing that was typed before.
extension TerminalDesk {
  /// How long a terminal that answers reports may take to say that it shows a frame.
  static let sightWait: Duration = .seconds(2)

  /// From the next frame on, `number` is told of as soon as it has been seen; earlier numbers are forgotten.
  mutating func awaitSight(_ number: Int) {
    awaited = AwaitedSight(number: number)
    isBehind = true
  }

  /// What is to be told of sights now that everything is drawn.
  ///
  /// Without reports a frame is seen when it has left the output queue, and every key that came before then is told
  /// first.
  mutating func takeSights() -> [Event] {
    guard isReachable, let frame = awaited?.frame else { return [] }
    if terminal.answersReports {
      if awaited?.isAsked == false, let number = awaited?.number {
        awaited?.isAsked = true
        terminal.requestReport()
        awaitOutput()
        later.append(LaterInput(input: .sightOverdue(number), wait: Self.sightWait + terminal.linkDelay))
      }
      return []
    }
    guard !terminal.isOutputPending else { return [] }
    let events = keys(arrival: nil)
    _ = terminal.frameSeenByQueue()
    return events + seen(frame)
  }
}

/// Something that is to be told of once it has been seen.
struct AwaitedSight {
  let number: Int
  /// The first frame that shows it, once that is drawn.
  var frame: Int?
  /// Whether the terminal was asked to tell.
  var isAsked = false
}
