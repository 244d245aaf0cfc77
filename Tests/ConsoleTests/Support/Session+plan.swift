import AWSClientCore
import AppStream
import FoundationEssentials
import Runs
import Screen

@testable import Console

extension Session {
  /// A console with `count` marked rows on `stacks` stacks, all of which were read.
  static func marking(
    _ count: Int,
    on stacks: Int,
    _ context: ConsoleContext = .sample(),
    _ size: Size = .small
  ) -> Session {
    let account = SampleAccount.of(stacks: stacks, usersEach: count / stacks)
    var session = Session.reading(account, context, size: size)
    session.press(.character("a"))
    return session
  }

  /// The same with the plan of those rows open and checked.
  static func planning(
    _ count: Int,
    on stacks: Int,
    _ context: ConsoleContext = .sample(),
    _ size: Size = .small,
    _ change: (inout Check) -> Void = { _ in }
  ) -> Session {
    var session = marking(count, on: stacks, context, size)
    session.press(.character("d"))
    session.check(change)
    return session
  }

  /// Answers the check of the plan that is open: everything is there.
  mutating func check(_ change: (inout Check) -> Void = { _ in }) {
    guard let plan = state.plan?.plan else { return }
    var check = Check(of: plan, at: now)
    change(&check)
    send(.checked(check, of: plan))
  }

  /// The machine that the last keys asked to run, if they did.
  var startedRun: RunMachine? {
    startedRunStart?.machine
  }

  /// The same with what it is made of.
  var startedRunStart: RunStart? {
    effects.lazy.compactMap { if case .run(.start(let start)) = $0 { start } else { nil } }.first
  }

  /// The line where the confirmation is asked for and typed.
  var promptLine: String { lines[lines.count - 2] }
  /// What the plan says about the last key.
  var planStatus: String { lines[lines.count - 3] }
}

extension Check {
  /// A check that finds every entry of `plan`.
  init(of plan: Plan, at time: Date) {
    let stacks = plan.stackNames.map { name in
      let present = plan.entries.indices.filter { plan.entries[$0].stackName == name }
      return StackCheck(name: name, present: present, gone: [], total: present.count)
    }
    self.init(stacks: stacks, caller: keller, finished: Moment(time))
  }

  /// Lets the first `count` entries of `stack` be gone.
  mutating func lose(_ count: Int, of stack: Int) {
    stacks[stack].gone = Array(stacks[stack].present.prefix(count))
    stacks[stack].present.removeFirst(count)
  }

  mutating func fail(_ stack: Int, _ error: ServiceError) {
    stacks[stack].present = []
    stacks[stack].failure = error
  }
}
