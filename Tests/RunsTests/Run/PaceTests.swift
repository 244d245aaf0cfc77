import Testing

@testable import Runs

struct PaceTests {
  @Test(arguments: [
    (0.0, [1.0, 2, 4, 8, 16, 20, 20]),
    (0.5, [0.75, 1.5, 3, 6, 12, 15, 15]),
  ])
  func `waits double while the service keeps asking, up to 20 seconds`(spread: Double, seconds: [Double]) {
    var pace = Pace()
    #expect(seconds.map { _ in pace.throttled(spread: spread) } == seconds.map { .seconds($0) })
  }

  @Test func `many refusals in a row do not overflow`() {
    var pace = Pace()
    #expect((0..<200).map { _ in pace.throttled(spread: 0) }.last == .seconds(20))
  }

  @Test func `an answered call begins the waits anew`() {
    var pace = Pace()
    for _ in 0..<4 { _ = pace.throttled(spread: 0) }
    pace.succeeded()
    #expect(pace.throttled(spread: 0) == .seconds(1))
  }

  @Test func `writes wait until every wait is over`() {
    var pace = Pace()
    #expect(!pace.isHolding)
    _ = pace.throttled(spread: 0)
    _ = pace.throttled(spread: 0)
    pace.goOn()
    #expect(pace.isHolding)
    pace.goOn()
    #expect(!pace.isHolding)
    pace.goOn()
    _ = pace.throttled(spread: 0)
    #expect(pace.isHolding, "an end of no wait is not owed to the next one")
  }
}
