import Testing

@testable import NcursesTerminal

struct FrameSightTests {
  private var sight = FrameSight()
  private let start = ContinuousClock.now

  @Test mutating func `without reports a frame is seen when it has left the queue`() {
    #expect(sight.emptyQueue() == nil)
    #expect(sight.draw() == 1)
    #expect(sight.draw() == 2)
    #expect(sight.emptyQueue() == 2)
    #expect(sight.emptyQueue() == nil)
  }

  @Test mutating func `a terminal that answered once has to answer for every frame`() {
    sight.ask(.status, at: start)
    _ = sight.draw()
    #expect(sight.emptyQueue() == 1)
    #expect(sight.answer(.status, at: start) == nil)
    #expect(sight.isAnswering)
    _ = sight.draw()
    #expect(sight.emptyQueue() == nil)
    sight.ask(.status, at: start)
    #expect(sight.answer(.status, at: start) == 2)
  }

  @Test mutating func `an answer is about the frames before its report, not about later ones`() {
    _ = sight.draw()
    sight.ask(.status, at: start)
    _ = sight.draw()
    sight.ask(.status, at: start)
    #expect(sight.answer(.status, at: start) == 1)
    #expect(sight.isAwaitingAnswer)
    #expect(sight.answer(.status, at: start) == 2)
    #expect(!sight.isAwaitingAnswer)
  }

  @Test mutating func `an answer that nobody asked for says nothing`() {
    _ = sight.draw()
    #expect(sight.answer(.status, at: start) == nil)
    #expect(!sight.isAnswering)
    sight.ask(.status, at: start)
    sight.forgetAsked()
    #expect(sight.answer(.status, at: start) == nil)
  }

  @Test mutating func `an answer is due for 2 s, and none that is later is waited for`() {
    sight.ask(.status, at: start)
    #expect(sight.isAnswerDue(at: start + .milliseconds(1999)))
    #expect(!sight.isAnswerDue(at: start + .seconds(2)))
    #expect(sight.answer(.status, at: start) == nil)
    sight.ask(.status, at: start + .seconds(3))
    #expect(sight.isAnswerDue(at: start + .seconds(4)))
    #expect(!sight.isAnswerDue(at: start + .seconds(5)))
  }

  @Test mutating func `a report that was lost holds up no later one for ever`() {
    _ = sight.draw()
    sight.ask(.status, at: start)
    _ = sight.draw()
    sight.ask(.status, at: start + .seconds(30))
    #expect(sight.answer(.status, at: start) == 2)
  }

  @Test mutating func `the report that is answered first is the one that is asked from then on`() {
    sight.ask(.status, at: start)
    sight.ask(.cursor, at: start)
    _ = sight.draw()
    #expect(sight.answer(.cursor, at: start) == nil)
    #expect(sight.answered == .cursor)
    sight.ask(.cursor, at: start)
    #expect(sight.answer(.status, at: start) == nil)
    #expect(sight.answer(.cursor, at: start) == 1)
  }

  @Test mutating func `a report is wanted after what was sent, one at a time`() {
    #expect(!sight.wantsReport)
    sight.ask(.status, at: start)
    sight.send(100)
    #expect(!sight.wantsReport)
    _ = sight.answer(.status, at: start)
    #expect(sight.wantsReport)
    sight.ask(.status, at: start)
    sight.send(100)
    #expect(!sight.wantsReport)
    #expect(!sight.isReportUnderWay)
    _ = sight.answer(.status, at: start)
    #expect(sight.wantsReport)
    sight.ask(.status, at: start)
    #expect(sight.isReportUnderWay)
    _ = sight.answer(.status, at: start)
    #expect(!sight.wantsReport)
  }
}
