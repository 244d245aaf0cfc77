import SeededNumbers

@testable import Runs

/// A run against a ``SimulatedService`` in time that is only counted: 200 batches, at most two calls in flight.
struct SimulatedRun {
  /// How long the answer to one call takes: always the same, or anything between two limits.
  enum Latency {
    case steady(Double)
    case any(ClosedRange<Double>)
  }

  private enum Happening {
    case mayTake
    case arrives(latency: Double)
    case answered(isTaken: Bool)
  }

  private(set) var calls = 0
  private(set) var refused = 0
  /// When the last call was answered.
  private(set) var end = 0.0
  private(set) var longestWait = 0.0

  private var limiter = WriteLimiter()
  private var service: SimulatedService
  private let latency: Latency
  private var left: Int
  private var inFlight = 0
  private var queue: [(time: Double, happening: Happening)] = []
  private var random = SeededGenerator(7)

  init(_ service: SimulatedService, _ latency: Latency, batches: Int = 200) {
    self.service = service
    self.latency = latency
    left = batches
    play()
  }

  /// The end of the run of somebody who knows the service's bucket: each call waits until it is sure to be taken.
  static func ideal(_ service: SimulatedService, _ latency: Latency, batches: Int = 200) -> Double {
    var service = service
    let latency = mean(latency)
    var slots = [0.0, 0.0]
    for _ in 0..<batches {
      let taken = service.takesAtTheEarliest(slots[0] + latency / 2)
      slots[0] = taken + latency / 2
      slots.sort()
    }
    return slots[1]
  }

  private static func mean(_ latency: Latency) -> Double {
    switch latency {
    case .steady(let seconds): seconds
    case .any(let range): (range.lowerBound + range.upperBound) / 2
    }
  }

  private mutating func play() {
    send(at: 0)
    while let index = queue.indices.min(by: { queue[$0].time < queue[$1].time }) {
      let (now, happening) = queue.remove(at: index)
      switch happening {
      case .mayTake: break
      case .arrives(let latency):
        queue.append((now + latency / 2, .answered(isTaken: service.takes(at: now))))
        continue
      case .answered(let isTaken):
        inFlight -= 1
        end = now
        if isTaken {
          limiter.succeeded(at: .seconds(now))
        } else {
          limiter.throttled(at: .seconds(now), after: calls - refused - inFlight - 1)
          refused += 1
          left += 1
        }
      }
      send(at: now)
    }
  }

  private mutating func send(at now: Double) {
    while left > 0, inFlight < 2 {
      let wait = limiter.take(at: .seconds(now)) / .seconds(1)
      longestWait = max(longestWait, wait)
      if wait > 0 {
        queue.removeAll { if case .mayTake = $0.happening { true } else { false } }
        queue.append((now + wait, .mayTake))
        return
      }
      left -= 1
      inFlight += 1
      calls += 1
      let latency = nextLatency()
      queue.append((now + latency / 2, .arrives(latency: latency)))
    }
  }

  private mutating func nextLatency() -> Double {
    switch latency {
    case .steady(let seconds): seconds
    case .any(let range): .random(in: range, using: &random)
    }
  }
}
