import FoundationEssentials
import PlainText
import TestSupport
import Testing

@testable import Runs

/// How long a plan may be sent, and that it is sent once.
@Suite struct PlanAgeTests {
  private static let day: TimeInterval = 86_400

  private func plan(_ validity: String? = nil) -> Plan {
    var parts = PlanParts()
    parts.validity = validity.flatMap(PlanValidity.init)
    return parts.plan
  }

  /// What keeps `plan` from being sent so many seconds after it was made.
  private func obstacle(_ plan: Plan, _ rules: Rules = Rules(), after age: TimeInterval) -> Obstacle? {
    var agreement = Agreement(plan, .file(says: nil), rules: rules, in: .sample)
    _ = agreement.take(Check(of: plan, at: Moment(Sample.moment.addingTimeInterval(age), Sample.instant)), of: plan)
    return agreement.obstacle
  }

  @Test func `a plan may be sent for a day, or for as long as its maker said`() {
    #expect(obstacle(plan(), after: Self.day) == nil)
    #expect(obstacle(plan(), after: Self.day + 1) == .tooOld(since: Sample.moment.addingTimeInterval(Self.day)))
    #expect(obstacle(plan("7d"), after: 7 * Self.day) == nil)
    #expect(obstacle(plan("7d"), after: 7 * Self.day + 1) != nil)
    #expect(obstacle(plan("90m"), after: 5401) == .tooOld(since: Sample.moment.addingTimeInterval(5400)))
  }

  @Test func `the settings of whoever sends only make that shorter`() {
    let (hour, week) = (Rules(planValidity: PlanValidity("1h")), Rules(planValidity: PlanValidity("7d")))
    #expect(obstacle(plan("7d"), hour, after: 3601) == .tooOld(since: Sample.moment.addingTimeInterval(3600)))
    #expect(obstacle(plan(), week, after: Self.day + 1) != nil)
  }

  @Test func `a plan of the future has no age, and two clocks may differ a little`() {
    #expect(obstacle(plan(), after: -300) == nil)
    let now = Sample.moment.addingTimeInterval(-301)
    #expect(obstacle(plan(), after: -301) == .fromTheFuture(made: Sample.moment, now: now))
  }

  @Test func `its age is judged before the check, too, where the time is given`() {
    let late = Sample.moment.addingTimeInterval(Self.day + 1)
    #expect(Agreement(plan(), .file(says: nil), rules: Rules(), begun: late, in: .sample).obstacle != nil)
    #expect(Agreement(plan(), .file(says: nil), rules: Rules(), in: .sample).obstacle == nil)
  }

  @Test func `a plan that was begun before is refused, even where nothing is left of it`() {
    let claim = PlanClaim(plan(), for: SampleJournal.id, at: Sample.moment)
    var agreement = Agreement(plan(), .file(says: nil, claim: claim), rules: Rules(), in: .sample)
    #expect(agreement.obstacle == .usedUp(claim))
    #expect(agreement.take(Check(of: plan(), gone: [0, 1]), of: plan()) == .refuse(.usedUp(claim)))
    for words in ["\(plan().number)", "\(SampleJournal.id)", "2026-11-22T13:42:15Z", "runs resume", "runs retry"] {
      #expect(claim.sentence.text.contains(words))
    }
  }

  @Test(arguments: [
    ("90m", 5400, "90m"), ("36h", 129_600, "36h"), ("7d", 604_800, "7d"), ("24h", 86_400, "24h"), ("1d", 86_400, "24h"),
    ("60m", 3600, "1h"), ("1m", 60, "1m"), ("366d", 31_622_400, "366d"),
  ])
  func `a time is minutes, hours or days`(text: String, seconds: Int, again: String) throws {
    let validity = try #require(PlanValidity(text))
    #expect(validity.seconds == seconds)
    #expect(validity.description == again)
  }

  @Test(arguments: [
    "", "m", "0m", "0h", "24", "-1h", "+1h", "1.5h", "1 h", "1H", "30s", "367d", "99999999999999999999d", "1h30m", "٣h",
    "9223372036854775807d",
  ])
  func `anything else is none`(text: String) {
    #expect(PlanValidity(text) == nil)
  }
}
