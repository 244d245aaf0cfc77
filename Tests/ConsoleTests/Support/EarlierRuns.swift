import AWSClientCore
import Algorithms
import AppStream
import FoundationEssentials
import Runs
import Screen

@testable import Console

/// Runs of the past, as their journals have them.
enum EarlierRun {
  static let id = RunID(at: noon.addingTimeInterval(-3600), random: 0x0b1e)

  /// A run of `count` entries on `stacks` stacks, of which so much is on record.
  static func contents(
    _ count: Int = 60,
    on stacks: Int = 3,
    _ records: (Plan) -> [RunRecord] = { finished($0) },
    _ change: (inout Origin, inout CallerIdentity?) -> Void = { _, _ in }
  ) throws -> JournalContents {
    let account = SampleAccount.of(stacks: stacks, usersEach: count / stacks)
    var (origin, caller) = (bastion, CallerIdentity?.some(keller))
    change(&origin, &caller)
    let plan = Plan(
      operation: .disassociate,
      entries: account.stackNames.flatMap { account.associations(of: $0).map(\.identity) },
      target: Plan.Target(caller: caller, region: "eu-west-1", endpoint: "https://appstream2.eu-west-1.amazonaws.com"),
      authorship: Plan.Authorship(origin: origin, reason: "CHG-7", created: noon.addingTimeInterval(-3610))
    )
    return try JournalContents(
      id: id,
      plan: plan,
      started: noon.addingTimeInterval(-3600),
      lines: ([.opened(RunHolder(processID: 815, host: "bastion-2", version: "1.0"))] + records(plan)).enumerated().map
      {
        JournalContents.Line(time: noon.addingTimeInterval(-3600 + Double($0.offset)), record: $0.element)
      },
      lastHash: "c0ffee"
    )
  }

  /// Everything was sent and read back; the entries at `failing` failed.
  static func finished(_ plan: Plan, failing: [Int] = [2, 30, 55]) -> [RunRecord] {
    let machine = RunMachine(plan)
    let records =
      sent(plan, 0..<plan.entries.count, failing: failing) + plan.stackNames.map { observed($0, plan, failing) }
    return records + [.finished(machine.counts)]
  }

  /// A later run that did all of what follows `earlier`.
  static func contents(_ followUp: FollowUp, following earlier: JournalContents) throws -> JournalContents {
    let started = noon.addingTimeInterval(-1800)
    let authorship = Plan.Authorship(origin: bastion, reason: "CHG-8", created: started)
    let plan = followUp.plan(following: earlier, caller: keller, authorship: authorship)
    let observed = plan.stackNames.map { stack -> RunRecord in
      let indices = plan.entries.indices.filter { plan.entries[$0].stackName == stack }
      let isRemoval = plan.operation == .disassociate
      return .observed(stack: stack, present: isRemoval ? [] : indices, gone: isRemoval ? indices : [], unreadable: [])
    }
    let records = sent(plan, 0..<plan.entries.count, failing: []) + observed + [.finished(RunMachine(plan).counts)]
    return try JournalContents(
      id: RunID(at: started, random: 0x7f3a),
      plan: plan,
      started: started,
      lines: records.map { JournalContents.Line(time: started, record: $0) },
      lastHash: "c0ffee"
    )
  }

  /// The first 25 were sent and read back before the process was killed.
  static func cutOff(_ plan: Plan) -> [RunRecord] {
    sent(plan, 0..<25, failing: [])
  }

  private static func sent(_ plan: Plan, _ range: Range<Int>, failing: [Int]) -> [RunRecord] {
    var records: [RunRecord] = [.confirmed(how: "typed")]
    for (number, batch) in zip(1..., range.chunks(ofCount: 25)) {
      let indices = Array(batch)
      records.append(.sending(batch: number, attempt: 1, entries: indices))
      let errors = indices.filter { failing.contains($0) }.map { index in
        UserStackAssociationError(
          userStackAssociation: PartialAssociation(plan.entries[index]),
          errorCode: "INTERNAL_ERROR",
          errorMessage: "An internal error occurred."
        )
      }
      records.append(.answered(batch: number, attempt: 1, requestID: "5f1c", errors: errors))
    }
    return records
  }

  private static func observed(_ stack: String, _ plan: Plan, _ failing: [Int]) -> RunRecord {
    let indices = plan.entries.indices.filter { plan.entries[$0].stackName == stack }
    return .observed(
      stack: stack,
      present: indices.filter { failing.contains($0) },
      gone: indices.filter { !failing.contains($0) },
      unreadable: []
    )
  }
}

extension Session {
  /// A console that has read an account and the list of `runs`, which is open.
  static func listing(_ runs: [ListedRun], _ context: ConsoleContext = .sample(), size: Size = .small) -> Session {
    var session = Session.reading(.of(stacks: 3, usersEach: 20), context, size: size)
    session.send(.journal(.listed(runs)))
    session.press(session.state.keys.list.binding(of: .runs)?.keys.first ?? .character("L"))
    session.send(.journal(.listed(runs)))
    return session
  }

  /// Answers the reading of a run's journal that the last keys asked for.
  mutating func answerReading(_ run: ListedRun) {
    guard effects.contains(.task(.readRun(run.id))) else { return }
    send(.journal(.read(run)))
  }
}

extension ListedRun {
  init(_ contents: JournalContents, isHeld: Bool = false) {
    self.init(id: contents.id, isHeld: isHeld, contents: .success(contents))
  }
}
