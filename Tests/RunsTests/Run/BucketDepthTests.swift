import Testing

@testable import Runs

struct BucketDepthTests {
  @Test func `a bucket is deep when it gave many calls that its rate does not explain`() {
    #expect(BucketDepth(taken: 21, in: 0.1, rate: 10) == .deep)
    #expect(BucketDepth(taken: 8, in: 0, rate: 10) == .deep)
    #expect(BucketDepth(taken: 7, in: 0, rate: 10) == .unknown)
    #expect(BucketDepth(taken: 0, in: 0, rate: 1) == .unknown)
  }

  @Test func `calls that were taken as slowly as they were refilled tell nothing`() {
    #expect(BucketDepth(taken: 100, in: 20, rate: 5) == .unknown)
    #expect(BucketDepth(taken: 100, in: 20, rate: .infinity) == .unknown)
  }

  @Test(arguments: [BucketDepth.unknown, .deep])
  func `a pace begins below the rate, and has passed it when it has gone as far as it should`(depth: BucketDepth) {
    #expect(depth.pace(after: 0) < 1)
    #expect(depth.pace(after: 0.5) < 1)
    #expect(depth.pace(after: 1) > 1)
    #expect(depth.pace(after: 3) > 2, "a service that has come to allow twice as much is found out")
  }

  @Test func `a deep bucket is asked less often whether it allows more`() {
    #expect(BucketDepth.deep.longestReach > BucketDepth.unknown.longestReach)
    #expect(BucketDepth.deep.lengthening > BucketDepth.unknown.lengthening)
  }
}
