import Testing

@testable import NcursesTerminal

struct FrameSightTests {
  private var sight = FrameSight()

  @Test mutating func `without reports a frame is seen when it has left the queue`() {
    #expect(sight.emptyQueue() == nil)
    #expect(sight.draw() == 1)
    #expect(sight.draw() == 2)
    #expect(sight.emptyQueue() == 2)
    #expect(sight.emptyQueue() == nil)
  }

  @Test mutating func `a terminal that answered once has to answer for every frame`() {
    sight.ask()
    _ = sight.draw()
    #expect(sight.emptyQueue() == 1)
    #expect(sight.answer() == nil)
    #expect(sight.isAnswering)
    _ = sight.draw()
    #expect(sight.emptyQueue() == nil)
    sight.ask()
    #expect(sight.answer() == 2)
  }

  @Test mutating func `an answer is about the frames before its report, not about later ones`() {
    _ = sight.draw()
    sight.ask()
    _ = sight.draw()
    sight.ask()
    #expect(sight.answer() == 1)
    #expect(sight.isAwaitingAnswer)
    #expect(sight.answer() == 2)
    #expect(!sight.isAwaitingAnswer)
  }

  @Test mutating func `an answer that nobody asked for says nothing`() {
    _ = sight.draw()
    #expect(sight.answer() == nil)
    #expect(!sight.isAnswering)
    sight.ask()
    sight.forgetAsked()
    #expect(sight.answer() == nil)
  }
}
