import AWSClientCore
import AppStream
import FoundationEssentials
import TestSupport
import Testing

@testable import Runs

/// How much a run may be begun with.
@Suite struct BoundTests {
  private let plan = Sample.plan(["biology": 39, "physics": 21])

  /// What becomes of the plan after `check`.
  private func answer(
    _ rules: Rules = Rules(),
    _ bound: Bound? = nil,
    _ source: Agreement.Source = .selection,
    gone: [Int] = [],
    _ change: (inout Check) -> Void = { _ in }
  ) -> Agreement.Step {
    var agreement = Agreement(plan, source, rules: rules, bound: bound, in: .sample)
    var check = Check(of: plan, gone: gone)
    change(&check)
    return agreement.take(check, of: plan)
  }

  private func isAsked(_ answer: Agreement.Step) -> Bool { if case .ask = answer { true } else { false } }

  @Test func `as many as the bound are asked for, and one more is refused with number, bound and stacks`() {
    #expect(isAsked(answer()))
    #expect(isAsked(answer(Rules(atMost: 60))))
    #expect(isAsked(answer(Rules(), .option(60))))
    let shares = [
      StackShare(stackName: "biology", people: 39, size: .exactly(39)),
      StackShare(stackName: "physics", people: 21, size: .exactly(21)),
    ]
    #expect(answer(Rules(atMost: 59)) == .refuse(.tooMany(60, .setting(59), shares)))
    #expect(answer(Rules(), .option(59)) == .refuse(.tooMany(60, .option(59), shares)))
  }

  @Test func `no option raises what the settings say, and the smaller of two is named`() {
    let refused = answer(Rules(atMost: 10), .option(1000))
    guard case .refuse(.tooMany(60, .setting(10), _)) = refused else { return #expect(Bool(false), "\(refused)") }
    guard case .refuse(.tooMany(60, .option(9), _)) = answer(Rules(atMost: 10), .option(9)) else {
      return #expect(Bool(false), "the option may be stricter")
    }
  }

  @Test func `what nobody is asked about is 500`() {
    let many = Sample.plan(["biology": 501])
    var agreement = Agreement(
      many,
      .selection,
      consent: .given(how: "--yes"),
      rules: Rules(),
      bound: .unasked,
      in: .sample
    )
    guard case .refuse(.tooMany(501, .unasked, _)) = agreement.take(Check(of: many), of: many) else {
      return #expect(Bool(false), "it was sent")
    }
    agreement = Agreement(many, .selection, consent: .given(how: "--yes"), rules: Rules(), bound: .unasked, in: .sample)
    guard case .send = agreement.take(Check(of: many, gone: [0]), of: many) else {
      return #expect(Bool(false), "what is gone already counts")
    }
  }

  @Test func `what need not be sent does not count`() {
    #expect(isAsked(answer(Rules(atMost: 59), gone: [0])))
    #expect(answer(Rules(atMost: 1), gone: Array(0..<60)) == .refuse(.nothingLeft(.disassociate)))
  }

  @Test(arguments: [
    (39, 78, 50, true), (40, 78, 50, false), (9, 9, 1, true), (10, 10, 99, false), (10, 10, 100, true),
    (1, 1000, 1, true),
  ])
  func `a share of ten people or more is bounded`(people: Int, size: Int, percent: Int, isAllowed: Bool) {
    let share = StackShare(stackName: "biology", people: people, size: .exactly(size))
    #expect(share.isAbove(percent: percent) != isAllowed)
  }

  @Test func `a stack that was not read whole may be big enough, and its share is never more than it seems`() {
    #expect(StackShare(stackName: "s", people: 6, size: .atLeast(9)).isAbove(percent: 50))
    #expect(!StackShare(stackName: "s", people: 6, size: .atLeast(12)).isAbove(percent: 50))
    #expect(StackShare(stackName: "s", people: 1, size: .unknown).isAbove(percent: 100))
  }

  @Test func `the stacks of which it is too much are named, and no others`() {
    let refused = answer(Rules(atMostPercent: 50)) { $0.stacks[0].total = 87 }
    let physics = StackShare(stackName: "physics", people: 21, size: .exactly(21))
    #expect(refused == .refuse(.tooMuch(of: [physics], percent: 50)))
    #expect(physics.text == "21 of 21 people")
    #expect(
      isAsked(
        answer(Rules(atMostPercent: 50)) { check in
          check.stacks[0].total = 87
          check.stacks[1].total = 42
        }
      )
    )
    var missing = Check(of: plan)
    missing.stacks.remove(at: 0)
    #expect(Agreement.Facts(plan, missing).shares[0] == StackShare(stackName: "biology", people: 39, size: .unknown))
  }

  @Test func `a person of two types is one person`() {
    let twice = Sample.plan(
      of: [AuthenticationType.userpool, .saml].map { type in
        Association(stackName: "biology", userName: "ada@x.example", authenticationType: type)
      }
    )
    #expect(Agreement.Facts(twice, nil).shares == [StackShare(stackName: "biology", people: 1, size: .unknown)])
  }

  @Test func `resume, retry and undo are not bounded again`() throws {
    let rules = Rules(atMost: 1, atMostPercent: 1, planValidity: PlanValidity("1m"))
    let resumption = try #require(Resumption(RunPlayer(plan).contents(), Sample.holder))
    for source in [Agreement.Source.run(plan), .resumption(resumption)] {
      var agreement = Agreement(plan, source, rules: rules, in: .sample)
      let late = Moment(Sample.moment.addingTimeInterval(86_400 * 30), Sample.instant)
      #expect(isAsked(agreement.take(Check(of: plan, at: late), of: plan)))
    }
  }

  @Test func `everything that keeps a plan from being sent is told`() {
    var agreement = Agreement(
      plan,
      .file(says: nil, claim: PlanClaim(plan, for: SampleJournal.id, at: Sample.moment)),
      rules: Rules(readOnly: .option, atMost: 1),
      in: .sample
    )
    _ = agreement.take(Check(of: plan), of: plan)
    let claim = PlanClaim(plan, for: SampleJournal.id, at: Sample.moment)
    let excess = Obstacle.tooMany(60, .setting(1), agreement.facts.shares)
    #expect(agreement.obstacles == [.readOnly(.option), .usedUp(claim), excess])
    #expect(agreement.obstacle == .readOnly(.option))
  }
}
