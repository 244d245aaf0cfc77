import AWSClientCore
import Testing

/// A course of events, and what botocore's limiter makes of it; `Vectors/record-adaptive.py` writes them.
struct RecordedCourse: Decodable, Sendable, CustomTestStringConvertible {
  struct Event: Decodable, Sendable {
    var time: Double
    var kind: String
    /// The seconds to wait before a request.
    var wait: Double?
    /// The requests a second let through afterwards.
    var limit: Double?

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      time = try list.decode(Double.self)
      kind = try list.decode(String.self)
      wait = try list.decodeIfPresent(Double.self)
      limit = try list.decodeIfPresent(Double.self)
    }
  }

  var name: String
  var start: Double
  var events: [Event]

  var testDescription: String { name }
  static let all = Result { try Recording.cases("adaptive.json", of: RecordedCourse.self) }
}

@Suite struct SendingRateTests {
  @Test(arguments: try RecordedCourse.all.get())
  func `requests are held back as botocore's adaptive mode holds them back`(course: RecordedCourse) throws {
    var rate = SendingRate(at: course.start)
    #expect(course.events.count >= 30)
    for event in course.events {
      var wait: Double?
      switch event.kind {
      case "send": wait = rate.take(at: event.time)
      default: rate.received(isThrottling: event.kind == "throttled", at: event.time)
      }
      try #require(Self.isSame(wait, event.wait), "\(event)")
      try #require(Self.isSame(rate.limit, event.limit), "\(event)")
    }
  }

  @Test func `nothing is held back before the first throttle`() {
    var rate = SendingRate(at: 0)
    for number in 0..<1_000 {
      #expect(rate.take(at: Double(number) / 1_000) == nil)
      rate.received(isThrottling: false, at: Double(number) / 1_000)
    }
    #expect(rate.limit == nil)
  }

  @Test func `after the time it asked for a request is let through`() throws {
    var rate = SendingRate(at: 0)
    for number in 1...20 { rate.received(isThrottling: number == 20, at: Double(number) / 10) }
    var time = 2.0
    for _ in 0..<50 {
      while let wait = rate.take(at: time) { time += max(wait, 0.001) }
    }
    #expect((time - 2) * (try #require(rate.limit)) >= 48)
  }

  /// Sums in another order may differ in the last digits.
  private static func isSame(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) <= 1e-9 * max(1, abs(other))
  }
}
