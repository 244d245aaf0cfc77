import AWSClientCore
import AppStream
import FoundationEssentials
import TestSupport
import Testing

@testable import Runs

/// The number of a plan is the hash of what is written here, so that may never change.
struct PlanJSONTests {
  private static let plans: [Plan] = {
    let hostile = JournalLineTests.hostile
    let associations = [
      Association(stackName: "biology", userName: "zo\u{EB}@x"),
      Association(stackName: "biology", userName: "zoe\u{308}@x", authenticationType: .saml),
      Association(stackName: "b", userName: hostile, authenticationType: AuthenticationType(rawValue: hostile)),
    ]
    let origin = Origin(
      loginName: hostile,
      userID: -1,
      loginUserID: nil,
      sudoUser: hostile,
      host: hostile,
      sshConnection: nil,
      version: hostile
    )
    let whole = Plan(
      operation: .associate,
      entries: associations,
      target: Plan.Target(caller: nil, region: hostile, endpoint: hostile),
      authorship: Plan.Authorship(origin: origin, reason: hostile, created: Sample.moment.addingTimeInterval(0.042)),
      sendEmailNotification: false,
      stacksNotRead: 3,
      follows: SampleJournal.id,
      validity: PlanValidity("7d")
    )
    return [
      Sample.plan([:]), Sample.plan(["biology": 2, "physics": 1]), whole, whole.asked(by: Sample.caller),
      whole.sent(by: Sample.caller, Sample.origin, reason: nil),
    ]
  }()

  @Test(arguments: plans)
  func `a plan is written as the encoder of plans does, and read again`(plan: Plan) throws {
    #expect(plan.json == Array(try JSONEncoder.ofPlans.encode(plan)))
    #expect(Plan(json: plan.json[...]) == plan)
    #expect(Plan(json: plan.json[...])?.json == plan.json)
  }

  @Test func `what is no plan is not read`() {
    let text = String(decoding: Sample.plan(["biology": 2]).json, as: UTF8.self)
    let changes = [
      ("\"entries\":", "\"entrees\":"), ("u000001", "u000000"), ("\"UserName\"", "\"username\""), ("\"origin\":{", "{"),
      ("\"stacksNotRead\":0", "\"stacksNotRead\":\"0\""), ("\"entries\":[", "\"entries\":[7,"),
    ]
    for (old, new) in changes {
      let changed = text.replacing(old, with: new)
      #expect(changed != text)
      #expect(Plan(json: Array(changed.utf8)[...]) == nil, "\(old)")
    }
  }
}
