import AWSClientCore
import AppStream
import FoundationEssentials
import TestSupport
import Testing

@testable import Runs

/// What keeps a plan from being sent, whatever anybody types and whoever has said yes.
@Suite struct ObstacleTests {
  private static let other = CallerIdentity(account: "999900001111", arn: "arn:x", userID: "x")
  private let plan = Sample.plan(["biology": 2])

  /// What becomes of the plan after `check`, however it is agreed to.
  private func answers(
    _ plan: Plan? = nil,
    _ source: Agreement.Source = .selection,
    _ rules: Rules = Rules(),
    in place: Place = .sample,
    _ check: Check? = nil
  ) -> [Agreement.Step] {
    let plan = plan ?? self.plan
    return [Agreement.Consent.asked, .given(how: "--yes")].map { consent in
      var agreement = Agreement(plan, source, consent: consent, rules: rules, in: place)
      _ = agreement.take(check ?? Check(of: plan), of: plan)
      for phrase in ["2 from 1", "2 from 1 stack", "2 to 1 stack"] {
        let answer = agreement.take(typed: phrase, at: Sample.instant)
        if case .send = answer { return answer }
      }
      return agreement.nextStep
    }
  }

  private func expect(_ answers: [Agreement.Step], _ obstacle: Obstacle, _ line: SourceLocation = #_sourceLocation) {
    #expect(answers == [.refuse(obstacle), .refuse(obstacle)], sourceLocation: line)
  }

  @Test func `without an obstacle it is sent`() {
    #expect(answers().allSatisfy { if case .send = $0 { true } else { false } })
  }

  @Test func `read-only`() {
    for readOnly in [Rules.ReadOnly.option, .settings] {
      expect(answers(nil, .selection, Rules(readOnly: readOnly)), .readOnly(readOnly))
      #expect(Rules(readOnly: readOnly).obstacle == .readOnly(readOnly))
    }
  }

  @Test func `no reason where one is required`() {
    for reason in ["", nil] {
      var without = plan
      without.reason = reason
      expect(answers(without, .selection, Rules(requiresReason: true)), .noReason)
    }
    #expect(Rules(requiresReason: true).obstacle(reason: "CHG-1") == nil)
  }

  @Test func `a run that goes on keeps the reason it was begun for, and can be given no other`() throws {
    var without = plan
    without.reason = nil
    var player = RunPlayer(without)
    _ = try player.send()
    let resumption = try #require(Resumption(player.contents(), Sample.holder))
    let answers = answers(resumption.plan, .resumption(resumption), Rules(requiresReason: true))
    #expect(answers.allSatisfy { if case .send = $0 { true } else { false } })
    expect(
      self.answers(resumption.plan, .resumption(resumption), Rules(readOnly: .option)),
      .readOnly(.option)
    )
  }

  @Test func `another Region or endpoint than planned`() {
    var place = Place.sample
    place.region = "us-east-1"
    expect(
      answers(in: place),
      .elsewhere(.plan, .region("eu-west-1", here: "us-east-1"))
    )
    place = .sample
    place.endpoint = "http://127.0.0.1:1"
    expect(
      answers(nil, .run(plan), in: place),
      .elsewhere(.run, .endpoint(Place.sample.endpoint, here: "http://127.0.0.1:1"))
    )
  }

  @Test func `other credentials at the check than the plan, the run or the rows are of`() {
    var check = Check(of: plan)
    check.caller = Self.other
    let now = Place.Difference.account("111122223333", here: "999900001111")
    expect(answers(check), .elsewhere(.plan, now))
    expect(answers(nil, .run(plan), check), .elsewhere(.run, now))
    let unnamed = plan.asked(by: nil)
    check = Check(of: unnamed)
    check.caller = Self.other
    expect(answers(unnamed, check), .elsewhere(.rows, now))
    #expect(answers(unnamed, in: Place.sample.in(nil), check).allSatisfy { $0.isSent })
  }

  @Test func `an earlier run's account is known, and STS is silent at the check`() {
    var check = Check(of: plan)
    check.caller = nil
    expect(answers(nil, .run(plan), check), .accountUnknown(.run, "111122223333"))
    #expect(
      answers(plan.asked(by: nil), .run(plan.asked(by: nil)), in: Place.sample.in(nil), check).last?.isSent == true
    )
  }

  @Test func `nobody says yes beforehand to a plan file's word on the account alone`() {
    var check = Check(of: plan)
    check.caller = nil
    let unnamed = plan.asked(by: nil)
    check = Check(of: unnamed)
    check.caller = nil
    let file = Agreement.Source.file(says: plan.caller)
    let answers = answers(unnamed, file, in: Place.sample.in(nil), check)
    #expect(answers[0].isSent, "whoever is asked types the longer phrase")
    #expect(answers[1] == .refuse(.accountUnknown(.plan, "111122223333")))
    #expect(self.answers(unnamed, file, check).allSatisfy { $0.isSent }, "STS has named it in this process")
    check.caller = Self.other
    let now = Place.Difference.account("111122223333", here: "999900001111")
    expect(self.answers(unnamed, file, in: Place.sample.in(nil), check), .elsewhere(.plan, now))
  }

  @Test func `a plan file's word on the caller is not what a run is made of`() throws {
    let unnamed = plan.asked(by: nil)
    var check = Check(of: unnamed)
    check.caller = nil
    check.accessKeyID = "AKIA1"
    let sent = answers(unnamed, .file(says: plan.caller), in: Place.sample.in(nil), check)[0]
    guard case .send(let start) = sent else { throw Unsent() }
    #expect(start.machine.plan.caller == nil)
    #expect(start.account == nil)
    #expect(start.accessKeyID == "AKIA1")
  }

  private struct Unsent: Error {}

  @Test func `a run that goes on is in the account that STS names now, where it named none before`() throws {
    let unnamed = plan.asked(by: nil)
    let resumption = try #require(Resumption(RunPlayer(unnamed).contents(), Sample.holder))
    #expect(RunStart(resumption, Check(of: unnamed), confirmed: "--yes").account == "111122223333")
  }

  @Test func `a stack that could not be read at the check, before everything else that it found`() {
    let error = Sample.refusal("AccessDeniedException")
    var check = Check(of: plan)
    check.stacks[0].failure = error
    check.caller = Self.other
    expect(answers(check), .unread(stack: "biology", error))
  }

  @Test func `no entry, and none that is left`() {
    expect(answers(plan.narrowed(to: [])), .nothingPlanned)
    expect(answers(Check(of: plan, gone: [0, 1])), .nothingLeft(.disassociate))
    let undo = Sample.plan(["biology": 2], .associate)
    expect(answers(undo, .run(plan), Check(of: undo)), .nothingLeft(.associate))
  }

  @Test func `what is only read has to be of this account, and of one that is known`() throws {
    var player = RunPlayer(plan)
    try player.answered(player.send())
    let resumption = try #require(Resumption(player.contents(), Sample.holder))
    #expect(resumption.plan.entries.isEmpty)
    func answer(_ account: String?) -> Agreement.Step {
      Agreement(resumption.plan, .resumption(resumption), rules: Rules(), in: Place.sample.in(account)).nextStep
    }
    #expect(answer("111122223333") == .send(RunStart(resumption, nil, confirmed: nil)))
    #expect(answer(nil) == .refuse(.accountUnknown(.run, "111122223333")))
    #expect(
      answer("999900001111") == .refuse(.elsewhere(.run, .account("111122223333", here: "999900001111")))
    )
  }
}

extension ObstacleTests {
  private func answers(_ check: Check) -> [Agreement.Step] { answers(nil, .selection, check) }

  private func answers(_ plan: Plan, _ check: Check) -> [Agreement.Step] {
    answers(plan, .selection, Rules(), in: .sample, check)
  }

  private func answers(_ plan: Plan?, _ source: Agreement.Source, _ check: Check) -> [Agreement.Step] {
    answers(plan, source, Rules(), in: .sample, check)
  }
}

extension Agreement.Step {
  fileprivate var isSent: Bool {
    if case .send = self { true } else { false }
  }
}
