import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import PlainText
import SeededNumbers
import Synchronization
import TestSupport

/// The emulated service of one run, with what goes wrong chosen call by call, and with somebody else at work in it.
///
/// What becomes of a call follows from the run's seed, the call's words and how often they were said, not from the
/// order in which calls that are on their way together happen to arrive.
final class TroubledService: Sendable {
  private struct State {
    /// How much of the trouble there is.
    var share = 1.0
    /// How much of what others do between the pages of a list there is.
    var shareBetweenPages = 1.0
    var isOfCheck = false
    /// How many reads the service takes at once now, where it does not take any number of them.
    var reads = 5.0
    var readsCounted = Duration.zero
    var timesSaid: [UInt64: Int] = [:]
    var exchanges: [WireExchange] = []
  }

  let service: EmulatedService
  private let scenario: Scenario
  private let state = Mutex(State())
  private let meddler: Meddler
  private let time: TestTime

  init(_ scenario: Scenario, _ time: TestTime) {
    self.scenario = scenario
    service = EmulatedService(
      seed: Seed(directory: scenario.directory),
      keys: EmulatorKeys([EmulatorKeys.user, ChangingCredentials.newer, EmulatorKeys.otherAccount, Meddler.key]),
      context: EmulatorContext(now: { time.date }, clock: TestClock(time), randomSeed: scenario.seed)
    )
    meddler = Meddler(service, time)
    self.time = time
  }

  /// What has happened by one moment, in order, and what there is then.
  struct Record {
    var exchanges: [WireExchange]
    var changes: [AppliedChange]
    var directory: EmulatedDirectory
  }

  /// The record so far; a call of a run that was given up can arrive at any time, and is in all of it or in none.
  var record: Record {
    state.withLock { Record(exchanges: $0.exchanges, changes: service.changes, directory: service.directory) }
  }

  /// Sets how much goes wrong from now on, and how much of what others do between pages, and whether what is asked is
  /// a check.
  func begin(share: Double, shareBetweenPages: Double, isCheck: Bool) {
    state.withLock {
      $0.share = share
      $0.shareBetweenPages = shareBetweenPages
      $0.isOfCheck = isCheck
    }
  }

  /// Answers a call of the run; the leg is noted with every exchange.
  func reply(to request: HTTPRequest, leg: Int) -> EmulatedReply {
    state.withLock { state in
      let words = Self.hash(request)
      let times = state.timesSaid[words, default: 0]
      state.timesSaid[words] = times + 1
      var chance = SeededGenerator(scenario.seed ^ words &+ UInt64(times))
      if chance.happens(scenario.trouble.meddling * state.share) { meddler.meddle(&chance, scenario) }
      let isWrite = request.headers["X-Amz-Target"]?.contains(".Batch") == true
      if !isWrite { meddleBetweenPages(request, state.shareBetweenPages, &chance) }
      let isBare = !isWrite && chance.happens(scenario.trouble.bareAnswers * state.share)
      let isFull = !isWrite && !takesRead(&state)
      let faults = isWrite ? writeFaults(&chance, state.share) : readFaults(&chance, state.share)
      service.replaceFaults(isFull ? [Fault(.throttle(rate: 0, burst: 0))] : isBare ? [] : faults)
      let changesBefore = service.changeCount
      var reply = service.reply(to: request)
      let isLeftBare = isBare && reply.response.status == 200
      if isLeftBare { reply.response.body = Array(chance.pick(["{}", #"{"message":"Moved."}"#]).utf8) }
      if let entry = service.log.last {
        let exchange = WireExchange(
          entry,
          reply,
          changes: changesBefore..<service.changeCount,
          leg: leg,
          isOfCheck: state.isOfCheck,
          isBare: isLeftBare
        )
        state.exchanges.append(exchange)
      }
      return reply
    }
  }

  /// Lets somebody else take people off a stack while the pages of its list are read.
  private func meddleBetweenPages(_ request: HTTPRequest, _ share: Double, _ chance: inout SeededGenerator) {
    guard chance.happens(scenario.trouble.meddlingBetweenPages * share) else { return }
    let input = try? JSONDecoder().decode(JSONValue.self, from: Data(request.body))
    guard let stack = input?["StackName"]?.text, input?["NextToken"]?.text != nil else { return }
    meddler.removeSomebody(from: stack, &chance)
  }

  /// Whether the service takes one more read now.
  private func takesRead(_ state: inout State) -> Bool {
    guard let rate = scenario.readsPerSecond else { return true }
    let now = time.elapsed
    state.reads = min(rate, state.reads + (now - state.readsCounted) / .seconds(1) * rate)
    state.readsCounted = now
    guard state.reads >= 1 else { return false }
    state.reads -= 1
    return true
  }

  private func writeFaults(_ chance: inout SeededGenerator, _ share: Double) -> [Fault] {
    let trouble = scenario.trouble
    let isLagging = scenario.rules.lag != .none
    var kinds: [Fault.Kind] = trouble.forbidden.isEmpty ? [] : [.forbidden(stacks: trouble.forbidden)]
    kinds += trouble.failing.sorted { $0.key < $1.key }.map {
      .item(userName: $0.key.userName, stackName: $0.key.stackName, $0.value)
    }
    if chance.happens(trouble.passingFailures * share) {
      let entry = chance.pick(scenario.entries)
      kinds.append(
        .item(userName: entry.userName, stackName: entry.stackName, Trouble.failure(&chance, isLagging))
      )
    }
    if chance.happens(trouble.strayErrors * share) {
      // Of the plan or not; on a stack that lags, one of the plan might deny what was done.
      let isOfThePlan = !isLagging && chance.happens(0.5)
      let association = isOfThePlan ? chance.pick(scenario.entries) : Association(stackName: "x", userName: "y")
      kinds.append(.strayItem(association, Trouble.failure(&chance, isLagging)))
    }
    if chance.happens(trouble.writeRate * share) { kinds.append(chance.pick(trouble.writes)) }
    return kinds.map { Fault($0) }
  }

  private func readFaults(_ chance: inout SeededGenerator, _ share: Double) -> [Fault] {
    chance.happens(scenario.trouble.readRate * share) ? [Fault(chance.pick(scenario.trouble.reads))] : []
  }

  /// FNV-1a over what is asked (https://datatracker.ietf.org/doc/html/rfc9923).
  private static func hash(_ request: HTTPRequest) -> UInt64 {
    (Array((request.headers["X-Amz-Target"] ?? "").utf8) + request.body).reduce(0xcbf2_9ce4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
  }
}
