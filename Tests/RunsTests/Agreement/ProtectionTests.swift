import AppStream
import FoundationEssentials
import TestSupport
import Testing

@testable import Runs

/// What protection and an unknown account make of the phrase.
@Suite struct ProtectionTests {
  private let plan = Sample.plan(["biology": 2, "physics": 1])

  /// The phrase after a check, where STS named the account at the plan, at the check, and before.
  private func phrase(
    _ rules: Rules,
    atPlan: Bool = true,
    atCheck: Bool = true,
    here: Bool = true,
    gone: [Int] = []
  ) -> String {
    let plan = atPlan ? plan : plan.asked(by: nil)
    var check = Check(of: plan, gone: gone)
    if !atCheck { check.caller = nil }
    var agreement = Agreement(
      plan,
      .selection,
      rules: rules,
      in: here ? .sample : Place.sample.in(nil)
    )
    _ = agreement.take(check, of: plan)
    return agreement.confirmation.phrase
  }

  @Test func `a protected account asks for its digits, also while STS is silent for once`() {
    let rules = Rules(protectedAccounts: ["111122223333"])
    for (atPlan, atCheck, here) in [
      (true, true, true), (true, false, false), (false, true, false), (false, false, true),
    ] {
      #expect(phrase(rules, atPlan: atPlan, atCheck: atCheck, here: here) == "3 from 2 stacks in 3333")
    }
    #expect(phrase(Rules(protectedAccounts: ["999900001111"])) == "3 from 2")
  }

  @Test func `an account that is not known counts as protected where any is`() {
    let rules = Rules(protectedAccounts: ["999900001111"])
    #expect(phrase(rules, atPlan: false, atCheck: false, here: false) == "3 from 2 stacks in unknown")
    // What STS said before may be of other credentials than those that sign now.
    #expect(phrase(rules, atCheck: false) == "3 from 2 stacks in unknown")
    #expect(phrase(rules, atPlan: false) == "3 from 2")
  }

  @Test func `an account that STS did not name every time asks for the whole phrase`() {
    #expect(phrase(Rules()) == "3 from 2")
    #expect(phrase(Rules(), atCheck: false) == "3 from 2 stacks")
    // A plan that was made before STS answered takes its caller from the check, so that it is named both times.
    #expect(phrase(Rules(), atPlan: false) == "3 from 2")
    #expect(phrase(Rules(), atPlan: false, atCheck: false) == "3 from 2 stacks")
  }

  @Test func `a protected stack asks for the whole phrase, as long as anything on it would be sent`() {
    let rules = Rules(protectedStacks: ["physics"])
    #expect(phrase(rules) == "3 from 2 stacks")
    #expect(phrase(rules, gone: [2]) == "2 from 1")
  }
}
