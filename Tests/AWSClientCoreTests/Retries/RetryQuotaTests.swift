import AWSClientCore
import Testing

@Suite struct RetryQuotaTests {
  @Test func `a quota gives until it is used up, and takes nothing when it cannot give`() {
    let quota = RetryQuota(capacity: 30)
    #expect(quota.take(14))
    #expect(quota.take(14))
    #expect(!quota.take(14))
    #expect(quota.available == 2)
    #expect(!quota.take(5))
    #expect(quota.available == 2)
  }

  @Test func `a success after a retry gives the last cost back, a clean one gives one`() {
    let quota = RetryQuota(capacity: 30)
    #expect(quota.take(14) && quota.take(5))
    quota.succeeded(lastCost: 5)
    #expect(quota.available == 16)
    quota.succeeded(lastCost: nil)
    #expect(quota.available == 17)
  }

  @Test func `a quota never holds more than it began with`() {
    let quota = RetryQuota()
    quota.succeeded(lastCost: 14)
    quota.succeeded(lastCost: nil)
    #expect(quota.available == 500)
  }
}
