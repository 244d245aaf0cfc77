import AppStream
import Runs
import TestSupport

/// A run that is paused while its first two calls are on their way, and has nothing under way any more.
struct PausedRun: Sendable {
  let stage: RunnerStage

  init(
    _ plan: Plan,
    others: [Association] = [],
    pageSize: Int = 500,
    renewal: @escaping @Sendable () async -> Renewal = { .renewed },
    onRead: @escaping MemoryService.ReadScript = { _, _ in nil }
  ) async throws {
    let answers = Gate()
    stage = RunnerStage(
      MemoryService(
        plan.entries + others,
        pageSize: pageSize,
        onWrite: { call, _ in
          do { try await answers.pass() } catch { return .lost(applied: false) }
          return .done()
        },
        onRead: onRead
      ),
      renewal: renewal
    )
    let stage = stage
    running = Task { await stage.run(plan) }
    try await stage.service.calls.wait { $0.count == 2 }
    stage.control.pause()
    try await stage.records.wait { $0.contains(.paused(reason: "paused by the operator")) }
    answers.open()
    try await stage.records.wait { $0.count(where: \.isAnswered) == 2 }
    for _ in 0..<100 { await Task.yield() }
  }

  private let running: Task<RunMachine, Never>

  /// Lets so much time go by.
  func wait(_ duration: Duration) async throws {
    try await stage.clock.sleep(until: stage.clock.now.advanced(by: duration), tolerance: nil)
  }

  var ended: RunMachine { get async { await running.value } }
}

extension RunRecord {
  var isAnswered: Bool { if case .answered = self { true } else { false } }
}
