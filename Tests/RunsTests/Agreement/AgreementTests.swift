import AppStream
import FoundationEssentials
import TestSupport
import Testing

@testable import Runs

/// The way of a plan from its first check to its being sent.
@Suite struct AgreementTests {
  private let plan = Sample.plan(["biology": 4, "physics": 3])

  private func agreement(_ consent: Agreement.Consent = .asked, note: String = "") -> Agreement {
    Agreement(plan, .selection, consent: consent, note: note, rules: Rules(), in: .sample)
  }

  @Test func `a plan is checked, then asked for, and sent when exactly that is typed`() throws {
    var agreement = agreement()
    #expect(agreement.nextStep == .check(plan))
    let check = Check(of: plan)
    guard case .ask(let confirmation, let facts) = agreement.take(check, of: plan) else {
      return #expect(Bool(false), "it is not asked for")
    }
    #expect(confirmation.phrase == "7 from 2")
    #expect(facts.toSend == plan.entries)
    #expect(!facts.hasChanged)
    #expect(
      agreement.take(typed: "7 from 2", at: Sample.instant)
        == .send(RunStart(plan, check, confirmed: "typed \"7 from 2\""))
    )
  }

  @Test(arguments: ["", "y", "Y", "yes", "7", "7 from 2 ", " 7 from 2", "7  from 2", "7 FROM 2", "7 to 2 stacks"])
  func `anything else is no confirmation`(text: String) {
    var agreement = agreement()
    let asked = agreement.take(Check(of: plan), of: plan)
    #expect(agreement.take(typed: text, at: Sample.instant) == asked)
  }

  @Test func `nothing is confirmed before the check`() {
    var agreement = agreement()
    #expect(agreement.take(typed: "7 from 2", at: Sample.instant) == .check(plan))
  }

  @Test func `what the service said of another plan, or said unasked, says nothing`() {
    var agreement = agreement()
    #expect(agreement.take(Check(of: plan), of: Sample.plan(["biology": 4])) == .check(plan))
    let asked = agreement.take(Check(of: plan), of: plan)
    #expect(agreement.take(Check(of: plan, gone: [0]), of: plan) == asked)
  }

  @Test func `drift shrinks what is asked for and sent`() {
    var agreement = agreement()
    let check = Check(of: plan, gone: [4, 5, 6])
    guard case .ask(let confirmation, let facts) = agreement.take(check, of: plan) else {
      return #expect(Bool(false), "it is not asked for")
    }
    #expect(confirmation.phrase == "4 from 1")
    #expect(facts.settled == [4, 5, 6])
    #expect(facts.stackNames == ["biology"])
    guard case .send(let start) = agreement.take(typed: "4 from 1", at: Sample.instant) else {
      return #expect(Bool(false), "it is not sent")
    }
    #expect(start.machine.counts[.absent] == 3)
    #expect(start.machine.counts.queued == 4)
    #expect(agreement.machine.counts[.absent] == 3)
  }

  @Test func `of an undo those need not be sent that are there`() {
    let undo = Sample.plan(["biology": 3], .associate)
    var agreement = Agreement(undo, .run(Sample.plan(["biology": 3])), rules: Rules(), in: .sample)
    guard case .ask(let confirmation, let facts) = agreement.take(Check(of: undo, gone: [1, 2]), of: undo) else {
      return #expect(Bool(false), "it is not asked for")
    }
    #expect(confirmation.phrase == "2 to 1 stack")
    #expect(facts.settled == [0])
  }

  @Test(arguments: [(0.0, true), (60, true), (60.001, false), (86_400, false)])
  func `a check is good for 60 s by a clock that only goes forward`(age: Double, isSent: Bool) {
    var agreement = agreement()
    let check = Check(of: plan)
    _ = agreement.take(check, of: plan)
    let answer = agreement.take(typed: "7 from 2", at: Sample.instant + .seconds(age))
    #expect((answer == .send(RunStart(plan, check, confirmed: "typed \"7 from 2\""))) == isSent)
    #expect((answer == .check(plan)) != isSent)
  }

  @Test func `a wall clock that was set back keeps no check fresh`() {
    let check = Check(of: plan)
    var later = Moment(Sample.moment.addingTimeInterval(-3600), Sample.instant + .seconds(61))
    #expect(!check.isFresh(at: later.instant))
    later.date = Sample.moment.addingTimeInterval(3600)
    later.instant = Sample.instant
    #expect(check.isFresh(at: later.instant))
  }

  @Test func `a repeated check that finds the same is sent on the confirmation that was given`() {
    var agreement = agreement()
    _ = agreement.take(Check(of: plan), of: plan)
    _ = agreement.take(typed: "7 from 2", at: Sample.instant + .seconds(61))
    let again = Check(of: plan, at: Moment(Sample.moment, Sample.instant + .seconds(62)))
    #expect(agreement.take(again, of: plan) == .send(RunStart(plan, again, confirmed: "typed \"7 from 2\"")))
  }

  @Test func `a repeated check that finds others, even as many, is confirmed anew`() {
    for (first, second) in [([Int](), [0]), ([0], [1]), ([0], [])] {
      var agreement = agreement()
      guard case .ask(let confirmation, _) = agreement.take(Check(of: plan, gone: first), of: plan) else {
        return #expect(Bool(false), "it is not asked for")
      }
      let late = Sample.instant + .seconds(61)
      #expect(agreement.take(typed: confirmation.phrase, at: late) == .check(plan))
      let again = Check(of: plan, gone: second, at: Moment(Sample.moment, late))
      guard case .ask(_, let facts) = agreement.take(again, of: plan) else {
        return #expect(Bool(false), "it was sent unseen")
      }
      #expect(facts.hasChanged)
    }
  }

  @Test func `a repeated check that is stricter is confirmed anew`() {
    var agreement = agreement()
    _ = agreement.take(Check(of: plan), of: plan)
    _ = agreement.take(typed: "7 from 2", at: Sample.instant + .seconds(61))
    var silent = Check(of: plan)
    silent.caller = nil
    guard case .ask(let confirmation, _) = agreement.take(silent, of: plan) else {
      return #expect(Bool(false), "it was sent")
    }
    #expect(confirmation.phrase == "7 from 2 stacks")
  }

  @Test func `whoever has it checked again takes the confirmation back`() {
    var agreement = agreement()
    _ = agreement.take(Check(of: plan), of: plan)
    _ = agreement.take(typed: "7 from 2", at: Sample.instant + .seconds(61))
    agreement.checkAgain()
    guard case .ask = agreement.take(Check(of: plan), of: plan) else {
      return #expect(Bool(false), "it was sent")
    }
  }

  @Test func `consent that was given beforehand takes drift, and the journal says how it was given`() {
    var agreement = agreement(.given(how: "--yes"), note: ", to retry run 7")
    let check = Check(of: plan, gone: [0])
    #expect(
      agreement.take(check, of: plan) == .send(RunStart(plan, check, confirmed: "--yes, to retry run 7"))
    )
  }

  @Test func `a plan made before STS answered takes its caller from the check`() throws {
    let early = plan.asked(by: nil)
    var agreement = Agreement(early, .selection, rules: Rules(), in: Place.sample.in(nil))
    #expect(agreement.confirmation.phrase == "7 from 2 stacks")
    guard case .ask(let confirmation, _) = agreement.take(Check(of: early), of: early) else {
      return #expect(Bool(false), "it is not asked for")
    }
    #expect(confirmation.phrase == "7 from 2")
    #expect(agreement.plan == plan)
  }

  @Test func `a run that goes on with nothing left to send is read without asking, a new one is not begun`() throws {
    var agreement = agreement()
    #expect(
      agreement.take(Check(of: plan, gone: Array(0..<7)), of: plan) == .refuse(.nothingLeft(.disassociate))
    )
    var player = RunPlayer(plan)
    _ = try player.send()
    let resumption = try #require(Resumption(player.contents(), Sample.holder))
    let check = Check(of: resumption.plan, gone: Array(0..<7))
    var goingOn = Agreement(resumption.plan, .resumption(resumption), rules: Rules(), in: .sample)
    #expect(goingOn.take(check, of: resumption.plan) == .send(RunStart(resumption, check, confirmed: nil)))
  }

  @Test func `a run that goes on is asked for and sent as the run that it is`() throws {
    var player = RunPlayer(plan)
    _ = try player.send()
    let resumption = try #require(Resumption(player.contents(), Sample.holder))
    var agreement = Agreement(resumption.plan, .resumption(resumption), rules: Rules(), in: .sample)
    let check = Check(of: resumption.plan)
    _ = agreement.take(check, of: resumption.plan)
    #expect(
      agreement.take(typed: "7 from 2", at: Sample.instant)
        == .send(RunStart(resumption, check, confirmed: "typed \"7 from 2\""))
    )
  }
}
