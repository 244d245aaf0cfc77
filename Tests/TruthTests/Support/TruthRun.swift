import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import Runs
import Synchronization
import TestSupport

/// One run of a scenario by the real runner over a socket, taken up again until everything in it is known, and judged
/// each time.
struct TruthRun {
  /// A claim that the wire and the service's record do not bear out.
  struct Disagreement: Sendable, CustomStringConvertible {
    var description: String
  }

  /// What a run came to.
  struct Verdict: Sendable {
    var disagreements: [Disagreement] = []
    var outcomes: [Outcome: Int] = [:]
    var faults: Set<String> = []
    var legs = 0
    var calls = 0
  }

  private let scenario: Scenario
  private let service: TroubledService
  private let loopback: Loopback
  private let time: TestTime
  private let journals: any JournalStore
  private let id: RunID
  private let keys: ChangingCredentials
  private let readLimiter: SendingLimiter
  private var cutLegs: Set<Int> = []
  /// By leg, the access key of the check that it was begun on.
  private var checkedKeys: [Int: String] = [:]
  private var verdict = Verdict()

  private init(_ scenario: Scenario, _ service: TroubledService, _ time: TestTime, _ loopback: Loopback, _ path: String)
  {
    self.scenario = scenario
    self.service = service
    self.time = time
    self.loopback = loopback
    journals = scenario.isJournalOnDisk ? DirectoryJournals(directory: path) : MemoryJournals()
    keys = ChangingCredentials(scenario)
    readLimiter = SendingLimiter(clock: TestClock(time))
    id = RunID(at: time.date, random: UInt16(truncatingIfNeeded: scenario.seed))
  }

  /// Performs and judges the run that `seed` makes.
  ///
  /// - Parameter directory: Where journals on disk go.
  static func verdict(
    seed: UInt64,
    _ switchboard: Switchboard,
    _ loopback: Loopback,
    directory: String
  ) async throws -> Verdict {
    let (scenario, time) = (try Scenario(seed: seed), TestTime())
    let service = TroubledService(scenario, time)
    var run = TruthRun(scenario, service, time, loopback, "\(directory)/\(seed)")
    switchboard.connect(service, as: run.name)
    defer { switchboard.disconnect(run.name) }
    return try await run.perform()
  }

  private var name: String { "run/\(scenario.seed)" }

  private mutating func perform() async throws -> Verdict {
    var machine: RunMachine?
    for leg in 0..<Scenario.legs {
      keys.reset(changeAfter: scenario.keyChanges[leg])
      let share = Scenario.share(inLeg: leg)
      // A plan whose first check fails is never begun, so the first check is spared. Only a list that others change
      // while its pages are read puts it off, until a leg in which they leave the list alone.
      service.begin(share: machine == nil ? 0 : share, shareBetweenPages: share, isCheck: true)
      guard let start = try await start(leg, isFirst: machine == nil) else { continue }
      service.begin(share: share, shareBetweenPages: share, isCheck: false)
      let ended = try await perform(start, leg)
      machine = ended
      verdict.legs += 1
      let counts = ended.counts
      let isOver = counts[.unknown] == 0 && counts[.stopped] == 0
      judge(ended, leg, isOver: isOver || leg == Scenario.legs - 1)
      if isOver { break }
    }
    if machine == nil { verdict.disagreements.append(Disagreement(description: "the run never began")) }
    for entry in machine?.entries ?? [] {
      if let outcome = entry.outcome { verdict.outcomes[outcome, default: 0] += 1 }
    }
    let exchanges = service.record.exchanges
    verdict.disagreements += foreignCalls(exchanges)
    verdict.calls = exchanges.count
    verdict.faults = Set(exchanges.flatMap(\.faults))
    return verdict
  }

  /// The run's beginning, or how it goes on; `nil` when its check fails, which the program reports to whoever asked.
  private mutating func start(_ leg: Int, isFirst: Bool) async throws -> RunStart? {
    let checker = Checker(
      client: client(keys, leg),
      identity: keys.identity,
      accessKeyID: { [keys] in keys.accessKeyID },
      now: { [time] in Moment(time.date, .now) }
    )
    if isFirst {
      let plan = RunFacts.plan(
        scenario.operation,
        of: scenario.entries,
        by: await keys.identity(),
        at: loopback.endpoint,
        // A journal keeps it to the second.
        created: Date(timeIntervalSince1970: time.date.timeIntervalSince1970.rounded(.down))
      )
      let check = await checker.check(plan)
      requirePatience(check)
      return isHere(check) ? RunStart(plan, check, confirmed: "--yes") : nil
    }
    guard let resumption = Resumption(try journals.contents(of: id), RunFacts.holder) else { return nil }
    guard !resumption.plan.entries.isEmpty else { return RunStart(resumption, nil, confirmed: nil) }
    let check = await checker.check(resumption.plan)
    requirePatience(check)
    guard isHere(check) else { return nil }
    var checked = RunMachine(resumption.plan)
    check.records.forEach { checked.apply($0) }
    let isAnythingLeft = checked.entries.contains { $0.outcome == nil }
    return RunStart(resumption, check, confirmed: isAnythingLeft ? "--yes" : nil)
  }

  /// Being slowed is no reason not to know: what the service throttles is waited for.
  private mutating func requirePatience(_ check: Check) {
    guard case .refused(let refusal)? = check.failure, refusal.kind == .throttled else { return }
    verdict.disagreements.append(Disagreement(description: "a check was given up for being throttled"))
  }

  /// Whether the check lets the run go on: all was read, and STS names no other account than the plan's.
  private func isHere(_ check: Check) -> Bool {
    check.failure == nil && (scenario.isSTSSilent || check.caller?.account == scenario.account)
  }

  /// Goes through with it as the program does: a journal first, then the runner.
  private mutating func perform(_ start: RunStart, _ leg: Int) async throws -> RunMachine {
    let journal =
      if start.resumed == nil {
        try journals.create(id, start.machine.plan, at: time.date)
      } else {
        try journals.reopen(id).journal
      }
    for record in start.records(openedBy: RunFacts.holder) { try journal.append(record, at: time.date) }
    // On no other clock: the client waits as long before it asks once more for what is throttled again and again, and
    // nobody would end its wait.
    let stopLimit = Gate()
    let clock = TestClock(time, holding: [RunControl.stopLimit: stopLimit])
    let (control, stop) = (RunControl(), scenario.stops[leg])
    let pause = scenario.pauses[leg]
    let count = Mutex(0)
    let timesHeld = Mutex(0)
    let isCut = Mutex(false)
    let renewals = Mutex(0)
    let key = start.machine.isConfirmed ? start.accessKeyID : keys.accessKeyID
    checkedKeys[leg] = key
    let credentials = AccountCredentials(keys, of: start.account, agreedWith: key, identity: keys.identity)
    let runner = Runner(
      client: client(credentials, leg),
      clock: clock,
      spread: { 0.5 },
      renewal: RenewalRule(limit: .seconds(60)) {
        // Every other time they are not good yet.
        let isYetToCome = renewals.withLock { count in
          count += 1
          return !count.isMultiple(of: 2)
        }
        guard !isYetToCome else { return .refused }
        return Renewal(await credentials.standing())
      }
    )
    let ended = await runner.run(
      start.machine,
      readCalls: start.readCalls,
      control: control,
      journal: { [time] (record) throws(JournalError) in try journal.append(record, at: time.date) },
      report: { [time] record in
        if let pause, case .paused(let reason) = record, PauseCause(reason).isUpToOperator {
          time.reach(time.elapsed + pause.length)
          let times = timesHeld.withLock { times in
            times += 1
            return times
          }
          // Where the check after the pause fails again and again, somebody gives up.
          if times > 5 { control.stop(reason: "the operator says so") } else { control.goOn() }
        }
        let number = count.withLock { count in
          count += 1
          return count
        }
        if number == pause?.after { control.pause() }
        guard let stop else { return }
        if number == stop.after { control.stop(reason: "the test says so") }
        if let limitAfter = stop.limitAfter, number == stop.after + limitAfter {
          isCut.withLock { $0 = true }
          stopLimit.open()
        }
      }
    )
    journal.close()
    if isCut.withLock({ $0 }) { cutLegs.insert(leg) }
    return ended
  }

  private mutating func judge(_ ended: RunMachine, _ leg: Int, isOver: Bool) {
    let record = service.record
    let teller = StoryTeller(scenario, record)
    let judge = Judge(
      operation: scenario.operation,
      cutLegs: cutLegs,
      lacksKeys: keys.isForeign,
      wasStopped: ended.stopReason != nil,
      isLagging: scenario.rules.lag != .none,
      isOver: isOver
    )
    for entry in ended.entries {
      guard let story = teller.stories[entry.association] else { continue }
      var objections = judge.objections(to: entry, story)
      if story.isThere != record.directory.contains(entry.association) {
        objections.append("the service's record is wrong")
      }
      guard !objections.isEmpty else { continue }
      verdict.disagreements.append(
        Disagreement(
          description: """
            \(entry.association.userName) on \(entry.association.stackName) is \(entry.word) \(entry.error?.code ?? ""): \
            \(objections.joined(separator: ", "))
            \(story)
            """
        )
      )
    }
    do {
      let contents = try journals.contents(of: id)
      if contents.machine != ended {
        verdict.disagreements.append(Disagreement(description: "the journal tells of another run"))
      }
    } catch {
      verdict.disagreements.append(Disagreement(description: "the journal cannot be read: \(error)"))
    }
  }

  /// Calls of the run that were signed with keys that nobody had agreed to.
  private func foreignCalls(_ exchanges: [WireExchange]) -> [Disagreement] {
    let own = Set(scenario.keys.filter { $0.identity.account == scenario.account }.map(\.accessKeyID))
    let foreign = exchanges.filter { exchange in
      guard !exchange.isOfCheck, let key = exchange.accessKeyID else { return false }
      return scenario.isSTSSilent ? key != checkedKeys[exchange.leg] : !own.contains(key)
    }
    return foreign.map { Disagreement(description: "\($0.operation) was signed with \($0.accessKeyID ?? "nothing")") }
  }

  private func client(_ credentials: any CredentialProvider, _ leg: Int) -> AppStreamClient {
    RunFacts.client(
      loopback,
      CallContext(
        serviceClock: ServiceClock(now: { [time] in time.date }),
        clock: TestClock(time),
        spread: { 0.5 },
        invocationID: { "invocation" },
        userAgent: "\(name) \(leg)"
      ),
      credentials,
      readLimiter: readLimiter
    )
  }
}
