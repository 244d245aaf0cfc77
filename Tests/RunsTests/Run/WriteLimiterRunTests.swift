import Testing

@testable import Runs

/// Whole runs against services whose allowance the limiter does not know.
struct WriteLimiterRunTests {
  /// How much longer than needed a run may take, and which share of its calls may be refused.
  struct Bounds {
    var time: Double
    var refused: Double
  }

  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var service: SimulatedService
    var bounds: Bounds

    init(_ description: String, _ service: SimulatedService, time: Double, refused: Double) {
      testDescription = description
      self.service = service
      bounds = Bounds(time: time, refused: refused)
    }
  }

  private static let latencies: [SimulatedRun.Latency] =
    [0.001, 0.003, 0.01, 0.03, 0.05, 0.08, 0.1, 0.13, 0.15, 0.19, 0.2, 0.25, 0.3].map { .steady($0) }
    + [.any(0.001...0.3), .any(0.01...0.1)]

  @Test(arguments: [
    Case("10/s, 20 at once", SimulatedService(rate: 10, burst: 20), time: 1.02, refused: 0.04),
    Case("1/s, 5 at once", SimulatedService(rate: 1, burst: 5), time: 1.02, refused: 0.08),
    Case("2/s, 2 at once", SimulatedService(rate: 2, burst: 2), time: 1.05, refused: 0.08),
    Case("5/s, 10 at once", SimulatedService(rate: 5, burst: 10), time: 1.02, refused: 0.05),
    Case("50/s, 100 at once", SimulatedService(rate: 50, burst: 100), time: 1.06, refused: 0.03),
    // The bucket holds no second call, so that every call that is a little late is lost for good.
    Case("one in 2 s, 1 at once", SimulatedService(rate: 0.5, burst: 1), time: 1.22, refused: 0.085),
  ])
  func `a run takes little longer than it must, and few calls are refused`(service: Case) {
    expectBounds(service)
  }

  @Test(arguments: [
    Case(
      "10/s, then 5/s",
      SimulatedService(rate: 10, burst: 20, change: (9, 5)),
      time: 1.02,
      refused: 0.09
    ),
    Case("2/s, then 1/s", SimulatedService(rate: 2, burst: 5, change: (50, 1)), time: 1.03, refused: 0.1),
    // Nobody says that more is allowed; to try often would be refused often.
    Case("10/s, then 20/s", SimulatedService(rate: 10, burst: 20, change: (9, 20)), time: 1.15, refused: 0.06),
    Case("2/s, then 4/s", SimulatedService(rate: 2, burst: 5, change: (50, 4)), time: 1.15, refused: 0.08),
  ])
  func `a service that changes its mind in the middle of a run is followed`(service: Case) {
    expectBounds(service)
  }

  @Test(arguments: [
    Case("10/s, 20 at once", SimulatedService(rate: 10, burst: 20, refusalCosts: true), time: 1.06, refused: 0.045),
    Case("1/s, 5 at once", SimulatedService(rate: 1, burst: 5, refusalCosts: true), time: 1.15, refused: 0.085),
    Case("2/s, 2 at once", SimulatedService(rate: 2, burst: 2, refusalCosts: true), time: 1.16, refused: 0.085),
    Case("5/s, 10 at once", SimulatedService(rate: 5, burst: 10, refusalCosts: true), time: 1.15, refused: 0.06),
    Case("50/s, 100 at once", SimulatedService(rate: 50, burst: 100, refusalCosts: true), time: 1.08, refused: 0.07),
    Case(
      "one in 2 s, 1 at once",
      SimulatedService(rate: 0.5, burst: 1, refusalCosts: true),
      time: 1.22,
      refused: 0.085
    ),
  ])
  func `a service that counts refused calls too is hardly slower`(service: Case) {
    expectBounds(service)
  }

  @Test func `200 batches at 10 a second and 20 at once are done within 18.5 seconds`() {
    for latency in [0.001, 0.01, 0.05, 0.1, 0.15] {
      let run = SimulatedRun(SimulatedService(rate: 10, burst: 20), .steady(latency))
      #expect(run.end <= 18.5, "\(latency) s")
    }
  }

  /// Latencies near each other lead to guesses that differ widely.
  @Test func `no more than 9 of 200 batches are refused at 10 a second and 20 at once, whatever the first guess`() {
    let latencies: [SimulatedRun.Latency] = (1...20).map { .steady(0.0005 * Double($0)) } + [.any(0.001...0.01)]
    for latency in latencies {
      let run = SimulatedRun(SimulatedService(rate: 10, burst: 20), latency)
      #expect(run.refused <= 9, "\(latency)")
      #expect(run.end <= 18.3, "\(latency)")
    }
  }

  @Test func `a service that never refuses is never waited for`() {
    let run = SimulatedRun(SimulatedService(rate: 1000, burst: 1000), .steady(0.2))
    #expect(run.refused == 0)
    #expect(run.longestWait == 0)
  }

  private func expectBounds(_ tested: Case, sourceLocation: SourceLocation = #_sourceLocation) {
    for latency in Self.latencies {
      let run = SimulatedRun(tested.service, latency)
      let ratio = run.end / SimulatedRun.ideal(tested.service, latency)
      let refused = Double(run.refused) / Double(run.calls)
      #expect(run.calls == 200 + run.refused, "\(latency)", sourceLocation: sourceLocation)
      #expect(ratio <= tested.bounds.time, "\(latency)", sourceLocation: sourceLocation)
      #expect(refused <= tested.bounds.refused, "\(latency)", sourceLocation: sourceLocation)
      #expect(run.longestWait <= 20, "\(latency)", sourceLocation: sourceLocation)
    }
  }
}
