import FoundationEssentials
import Testing

@testable import AppStreamEmulator

@Suite struct TokenBucketTests {
  @Test(arguments: [
    ("fills up at its rate", [0, 0.4, 0.5, 0.9, 1.0], [true, false, true, false, true]),
    ("fills up no higher than its burst", [0, 100, 100], [true, true, false]),
    ("stands still while the clock goes back", [0, -60, -59.6, -59.5], [true, false, false, true]),
  ])
  func `a bucket of one, two a second`(what: String, offsets: [Double], taken: [Bool]) {
    var bucket = TokenBucket(rate: 2, burst: 1, at: .noon)
    let result = offsets.map { bucket.take(at: .noon + $0) }
    #expect(result == taken, "it \(what)")
  }
}
