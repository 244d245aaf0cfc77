import AWSClientCore
import FoundationEssentials
import PlainText
import TestSupport
import Testing

@testable import Runs

/// One plan has one number, from its making to its receipt.
@Suite struct PlanNumberTests {
  private let plan = PlanParts().plan
  private let sender = Origin(
    loginName: "akim",
    userID: 1001,
    loginUserID: nil,
    sudoUser: nil,
    host: "bastion-3",
    sshConnection: nil,
    version: "1.0.0"
  )

  @Test func `a plan keeps its number whoever calls, whoever sends it, and for whatever reason`() throws {
    let other = CallerIdentity(account: "111122223333", arn: "arn:aws:iam::111122223333:user/akim", userID: "A")
    let variants = [
      plan.asked(by: nil), plan.asked(by: other), plan.asked(by: nil).asked(by: other),
      plan.sent(by: other, sender, reason: "CHG-2"), plan.narrowed(to: plan.entries.prefix(1)),
    ]
    for variant in variants {
      #expect(variant.number == plan.number)
      #expect(variant.making.origin == Sample.origin)
      #expect(variant.created == plan.created)
      let read = try PlanFile(PlanFile.bytes(of: variant), name: "p").plan
      #expect(read == variant)
      #expect(read.number == plan.number)
    }
    #expect(variants[3].origin == sender)
    #expect(variants[3].reason == "CHG-2")
  }

  @Test func `a plan that comes back to what it was is what it was`() {
    #expect(plan.asked(by: nil).asked(by: Sample.caller) == plan)
    #expect(plan.sent(by: Sample.caller, Sample.origin, reason: nil) == plan)
    #expect(plan.narrowed(to: plan.entries) == plan)
  }

  @Test func `for another reason it is another plan`() {
    #expect(plan.withReason("CHG-2").number != plan.number)
    #expect(plan.asked(by: nil).withReason("CHG-2").number != plan.number)
  }

  @Test func `what the check finds out about the caller leaves the number as it was`() {
    let early = Sample.plan(["biology": 3]).asked(by: nil).withReason("CHG-3")
    var agreement = Agreement(early, .selection, rules: Rules(), in: Place.sample.in(nil))
    _ = agreement.take(Check(of: early), of: early)
    #expect(agreement.plan.caller == Sample.caller)
    #expect(agreement.plan.number == early.number)
  }

  @Test(arguments: ["", "9f3a", "9F3A-22C1-07DE", "9f3a-22c1-07de ", "../a-22c1-07de", "9f3a-22c1-07de\n"])
  func `a text that is no number is none`(text: String) {
    #expect(PlanNumber(text) == nil)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([PlanNumber].self, from: JSONEncoder().encode([text]))
    }
  }

  @Test func `times are written to the millisecond where they have any`() throws {
    var parts = PlanParts()
    parts.created = Date(timeIntervalSince1970: 1_795_354_935.042)
    let text = String(decoding: PlanFile.bytes(of: parts.plan), as: UTF8.self)
    #expect(text.contains(#""created":"2026-11-22T13:42:15.042Z""#))
    #expect(try PlanFile(Array(text.utf8), name: "p").plan == parts.plan)
    parts.created = Date(timeIntervalSince1970: 1_795_354_935)
    #expect(String(decoding: PlanFile.bytes(of: parts.plan), as: UTF8.self).contains(#""2026-11-22T13:42:15Z""#))
  }

  @Test func `a receipt names the plan, who made it and who sent it`() throws {
    var player = RunPlayer(plan.sent(by: Sample.caller, sender, reason: nil))
    try player.answered(player.send())
    let receipt = Receipt(try player.contents(), stillPossible: nil, exported: Sample.moment)
    guard case .object(let facts) = receipt.json else { return #expect(Bool(false), "it is no object") }
    #expect(facts["Plan"] == .string(plan.number.text))
    #expect(facts["MadeBy"] == .string("jkeller on bastion-2"))
    #expect(facts["Made"] == .string("2026-11-22T13:42:15Z"))
    #expect(facts["SentBy"] == .string("akim on bastion-3"))
    #expect(receipt.csv.contains("akim on bastion-3"))
  }
}
