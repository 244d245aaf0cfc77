import Console
import FoundationEssentials
import Runs
import Synchronization

/// Carries out the console's effects on the service; every answer is an event.
final class EffectPerformer: Sendable {
  private let session: Session
  private let keysExpire: Date?
  private let inbox: AsyncStream<LoopInput>.Continuation
  private let control = Mutex<RunControl?>(nil)

  init(session: Session, keysExpire: Date?, inbox: AsyncStream<LoopInput>.Continuation) {
    self.session = session
    self.keysExpire = keysExpire
    self.inbox = inbox
  }

  /// Starts to carry out `effect` as a child task of `group`.
  ///
  /// A run can be stopped from the moment that this returns, however early the stop comes.
  func start(_ effect: Effect, in group: inout DiscardingTaskGroup) {
    switch effect {
    case .startRun(let machine):
      let control = RunControl()
      self.control.withLock { $0 = control }
      group.addTask { await self.run(machine, control) }
    case .stopRun(let reason):
      control.withLock { $0 }?.stop(reason: reason)
    default:
      group.addTask { await self.perform(effect) }
    }
  }

  private func perform(_ effect: Effect) async {
    switch effect {
    case .readStacks:
      await session.reader.readStacks { self.answer(.estate($0)) }
    case .readUsers:
      await session.reader.readUsers { self.answer(.estate($0)) }
    case .readAssociations(let stack):
      await session.reader.readAssociations(of: stack) { self.answer(.estate($0)) }
    case .identify:
      answer(.identified(await session.identity(), keysExpire: keysExpire))
    case .check(let plan):
      answer(.checked(await session.checker.check(plan), of: plan))
    case .startRun, .stopRun, .discardTypedAhead, .suspend, .redraw, .leave:
      preconditionFailure("these are not carried out by a task of their own")
    }
  }

  private func run(_ machine: RunMachine, _ control: RunControl) async {
    let id = RunID(at: Date(), random: .random(in: 0...UInt16.max))
    answer(.runStarted(id))
    _ = await session.runner.run(machine, control: control) { record in
      self.answer(.runRecorded(record, at: Date()))
    }
    self.control.withLock { $0 = nil }
  }

  private func answer(_ event: Event) {
    inbox.yield(.event(event))
  }
}
