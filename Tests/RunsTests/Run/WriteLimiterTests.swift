import Testing

@testable import Runs

struct WriteLimiterTests {
  @Test func `it is inert until the service asks for fewer calls`() {
    var limiter = WriteLimiter()
    for call in 0..<1000 {
      #expect(limiter.take(at: .milliseconds(call)) == .zero)
      limiter.succeeded(at: .milliseconds(call))
    }
    #expect(!limiter.isLimiting)
    #expect(limiter == WriteLimiter())
  }

  @Test func `after the first refusal a call waits, and nothing is taken by asking`() {
    var limiter = WriteLimiter()
    _ = limiter.take(at: .seconds(1))
    limiter.throttled(at: .seconds(1))
    #expect(limiter.isLimiting)
    #expect(limiter.take(at: .seconds(1)) == .milliseconds(50))
    #expect(limiter.take(at: .milliseconds(1020)) == .milliseconds(30))
    #expect(limiter.take(at: .milliseconds(1050)) == .zero)
    #expect(limiter.take(at: .milliseconds(1050)) > .zero, "one call, not two")
  }

  @Test func `while nothing is taken the wait doubles, up to 20 seconds`() {
    var limiter = WriteLimiter()
    var now = Duration.zero
    var waits: [Duration] = []
    for _ in 0..<12 {
      limiter.throttled(at: now)
      let wait = limiter.take(at: now)
      waits.append(wait)
      now += wait
      #expect(limiter.take(at: now) == .zero, "it was told to wait \(wait) and did")
    }
    #expect(
      waits == [50, 100, 200, 400, 800, 1600, 3200, 6400, 12_800, 20_000, 20_000, 20_000].map(Duration.milliseconds)
    )
  }

  @Test func `calls that were on their way already when one was refused do not lengthen the wait`() {
    var limiter = WriteLimiter()
    limiter.throttled(at: .seconds(1))
    limiter.throttled(at: .milliseconds(1001))
    limiter.throttled(at: .milliseconds(1002))
    #expect(limiter.take(at: .seconds(1)) == .milliseconds(50))
  }

  @Test func `a service that refuses everything for hours still gets a call every 20 seconds at least`() {
    var limiter = WriteLimiter()
    var now = Duration.zero
    var calls = 0
    while now < .seconds(3 * 3600) {
      let wait = limiter.take(at: now)
      #expect(wait >= .zero && wait <= .seconds(20))
      if wait == .zero {
        calls += 1
        limiter.throttled(at: now)
      } else {
        now += wait
      }
    }
    #expect((540...560).contains(calls), "one in 20 s, after a few faster ones")
  }

  @Test func `a service that gives up refusing is soon used as if it never had`() {
    var limiter = WriteLimiter()
    var now = Duration.zero
    limiter.throttled(at: now)
    for _ in 0..<60 {
      let wait = limiter.take(at: now)
      now += wait
      if wait > .zero { _ = limiter.take(at: now) }
      limiter.succeeded(at: now)
    }
    #expect(limiter.take(at: now) < .milliseconds(5))
  }

  @Test func `the same run again makes the same calls`() {
    let runs = (0..<2).map { _ in SimulatedRun(SimulatedService(rate: 3, burst: 4), .any(0.001...0.3)) }
    #expect(runs[0].calls == runs[1].calls)
    #expect(runs[0].end == runs[1].end)
  }
}
