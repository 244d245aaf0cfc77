import Testing

@testable import Program

@Suite struct DrawingPaceTests {
  private let start = ContinuousClock.now

  private func at(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

  @Test func `the first change is drawn at once, and the next ones no sooner than an interval later`() {
    var pace = DrawingPace(interval: .milliseconds(33))
    #expect(pace.decide(isUrgent: false, now: at(0)) == .now)
    #expect(pace.decide(isUrgent: false, now: at(10)) == .after(.milliseconds(23)))
    #expect(pace.decide(isUrgent: false, now: at(20)) == .scheduledAlready)
    #expect(pace.decide(isUrgent: false, now: at(33)) == .now)
  }

  @Test func `what a person waits for is drawn at once, and everything else is paced from there`() {
    var pace = DrawingPace(interval: .milliseconds(33))
    #expect(pace.decide(isUrgent: false, now: at(0)) == .now)
    #expect(pace.decide(isUrgent: true, now: at(5)) == .now)
    #expect(pace.decide(isUrgent: false, now: at(10)) == .after(.milliseconds(28)))
  }

  @Test func `a frame on its way holds up even what a person waits for`() {
    var pace = DrawingPace(interval: .milliseconds(33))
    #expect(pace.decide(isUrgent: true, after: .milliseconds(200), now: at(0)) == .after(.milliseconds(200)))
    #expect(pace.decide(isUrgent: true, after: .milliseconds(190), now: at(10)) == .scheduledAlready)
  }

  @Test func `a draw that is due later does not stand for one that is wanted sooner`() {
    var pace = DrawingPace(interval: .milliseconds(33))
    #expect(pace.decide(isUrgent: false, after: .milliseconds(500), now: at(0)) == .after(.milliseconds(500)))
    #expect(pace.decide(isUrgent: false, after: .milliseconds(100), now: at(10)) == .after(.milliseconds(100)))
  }
}
