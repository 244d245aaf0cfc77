import AWSClientCore
import Console
import PlainText
import Runs
import Synchronization

/// Has the console's effects carried out, each in the session that the console is about when it comes.
@MainActor
final class EffectPerformer {
  private let opener: SessionOpener
  private let codes: CodeRequests
  private let logsToSyslog: Bool
  private let inbox: LoopInbox
  private var current: OpenedSession
  /// The sessions that are open and not entered yet, by their numbers.
  private let waiting = Mutex<[Int: OpenedSession]>([:])
  private let arrangement = LatestArrangement()
  private var control: RunControl?

  init(_ first: OpenedSession, _ opener: SessionOpener, _ codes: CodeRequests, logsToSyslog: Bool) {
    current = first
    self.opener = opener
    self.codes = codes
    self.logsToSyslog = logsToSyslog
    inbox = opener.inbox
  }

  /// The number of the session that the console is about: answers that come from another one are meant for nobody.
  var session: Int { current.number.value }

  /// What the console knows of its session from the start.
  var context: ConsoleContext { opener.context(of: current) }

  /// What the journals say of the runs called `ids` and of those that follow them; nothing where they cannot be read,
  /// which no last word hangs on.
  func listedRuns(about ids: Set<RunID>) -> [ListedRun] {
    let journals = current.session.journals
    do throws(JournalError) {
      return ids.compactMap { journals.listed($0) } + (try journals.followers(of: ids))
    } catch {
      return []
    }
  }

  /// Starts to carry out `effect` as a child task of `group`.
  func start(_ effect: TaskEffect, in group: inout DiscardingTaskGroup) {
    let work = work
    // Here, where effects are in their order: tasks begin in any.
    if case .arrange(let arrangement) = effect { self.arrangement.await(arrangement) }
    group.addTask { await work.perform(effect) }
  }

  /// Does to a run what `effect` says, and starts one as a child task of `group`.
  ///
  /// A run can be stopped from the moment that this returns, however early the stop comes.
  func start(_ effect: RunEffect, in group: inout DiscardingTaskGroup) {
    switch effect {
    case .start(let start):
      let (control, work) = (RunControl(), work)
      self.control = control
      group.addTask { await work.run(start, control) }
    case .pause: control?.pause()
    case .goOn: control?.goOn()
    case .stop(let reason): control?.stop(reason: reason)
    }
  }

  /// Does to the sessions what `effect` says; what takes time is a child task of `group`.
  func start(_ effect: SessionEffect, in group: inout DiscardingTaskGroup) {
    switch effect {
    case .answerCode(let request, let code):
      codes.answer(request, code)
    case .open(let choice):
      let options = current.options
      group.addTask { await self.open(choice, after: options) }
    case .abandon(let number):
      codes.giveUp(session: number)
      close(waiting.withLock { $0.removeValue(forKey: number) }, in: &group)
    case .enter(let number):
      enter(number, in: &group)
    }
  }

  /// Gives back what the sessions hold open.
  func close() async {
    codes.end()
    let others = waiting.withLock { Array($0.values) }
    for opened in [current] + others { await opened.session.close() }
  }

  private var work: SessionWork {
    let (inbox, number) = (inbox, session)
    return SessionWork(session: current.session, logsToSyslog: logsToSyslog, arrangement: arrangement) {
      inbox.yield(.sessionEvent($0, session: number))
    }
  }

  private func enter(_ number: Int, in group: inout DiscardingTaskGroup) {
    codes.giveUp(session: session)
    guard let next = waiting.withLock({ $0.removeValue(forKey: number) }) else {
      current.number.value = number
      return
    }
    close(current, in: &group)
    current = next
  }

  private func close(_ opened: OpenedSession?, in group: inout DiscardingTaskGroup) {
    guard let opened else { return }
    group.addTask { await opened.session.close() }
  }

  /// Opens a session and has its credentials before anything is given up for it.
  private nonisolated func open(_ choice: SessionChoice, after earlier: GlobalOptions) async {
    var options = earlier
    options.profile = choice.profile ?? earlier.profile
    options.region = choice.region ?? earlier.region
    let number = SessionNumber(choice.number)
    do {
      let opened = try opener.open(options, number, Asking(codes.method(number)))
      do {
        let found = FoundCredentials(try await opened.session.usableCredentials(), at: opened.session.serviceClock.time)
        waiting.withLock { $0[choice.number] = opened }
        let context = opener.context(of: opened)
        inbox.yield(.event(.session(.opened(choice, context, found))))
      } catch {
        await opened.session.close()
        throw error
      }
    } catch {
      inbox.yield(.event(.session(.refused(choice, "\(error)"))))
    }
  }
}
