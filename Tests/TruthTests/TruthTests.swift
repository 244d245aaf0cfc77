import FoundationEssentials
import Runs
import TestSupport
import Testing

/// Runs over a real socket against a service that misbehaves by chance while others work in it: whatever a run says of
/// an entry, the wire and the service's record say so too.
///
/// `TRUTH_RUNS` sets how many runs there are, `TRUTH_SEED` the seed of the first; each further run takes the next one.
/// Without it the runs are the same ones every time, so that a change is measured by what the one before it passed;
/// `.ci/long` takes others.
@Suite(.timeLimit(.minutes(60)))
struct TruthTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let usualRuns = 500
  private static let usualSeed: UInt64 = 20_261_127
  private static let runsAtOnce = 4

  @Test func `whatever the service does, every outcome is true`() async throws {
    let count = Self.environment["TRUTH_RUNS"].flatMap { Int($0) } ?? Self.usualRuns
    let first = Self.environment["TRUTH_SEED"].flatMap { UInt64($0) } ?? Self.usualSeed
    print("truth: \(count) runs, TRUTH_SEED=\(first)")
    let switchboard = Switchboard()
    let directory = try Scratch()
    let verdicts = try await Loopback.serving {
      switchboard.reply(to: $0)
    } to: { loopback in
      try await withThrowingTaskGroup(of: (UInt64, TruthRun.Verdict).self) { group in
        var verdicts: [(UInt64, TruthRun.Verdict)] = []
        for index in 0..<count {
          if index >= Self.runsAtOnce, let verdict = try await group.next() { verdicts.append(verdict) }
          let seed = first &+ UInt64(index)
          group.addTask {
            (seed, try await TruthRun.verdict(seed: seed, switchboard, loopback, directory: directory.path))
          }
        }
        for try await verdict in group { verdicts.append(verdict) }
        return verdicts
      }
    }
    for (seed, verdict) in verdicts {
      for disagreement in verdict.disagreements {
        Issue.record("TRUTH_SEED=\(seed) TRUTH_RUNS=1: \(disagreement)")
      }
    }
    #expect(verdicts.count == count)
    Self.requireCoverage(verdicts.map(\.1))
  }

  /// A test of everything that stopped to try some of it would go on passing.
  private static func requireCoverage(_ verdicts: [TruthRun.Verdict]) {
    let outcomes = verdicts.reduce(into: [Outcome: Int]()) { $0.merge($1.outcomes, uniquingKeysWith: +) }
    let faults = verdicts.reduce(into: Set<String>()) { $0.formUnion($1.faults) }
    let legs = verdicts.map(\.legs)
    let calls = verdicts.map(\.calls).reduce(0, +)
    let counts = Outcome.allCases.map { "\(outcomes[$0, default: 0]) \($0.rawValue)" }.joined(separator: ", ")
    print("truth: \(calls) calls, \(legs.count { $0 > 1 }) runs taken up again, \(counts)")
    guard verdicts.count >= usualRuns else { return }
    #expect(
      faults == [
        "throttle", "serverError", "drop", "truncate", "html", "refuse", "expiredKey", "item", "strayItem", "forbidden",
        "bare",
      ]
    )
    for outcome in [Outcome.removed, .absent, .failed, .restored, .present] {
      #expect(outcomes[outcome, default: 0] > 0, "\(outcome)")
    }
    #expect(legs.contains { $0 > 2 })
  }
}
