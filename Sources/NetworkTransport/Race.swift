/// Work against a time limit: what ends first counts, and the other is cancelled.
package enum Race {
  /// What came before the work's own end.
  package enum Expiry: Sendable {
    /// The limit went by.
    case limit
    /// The task that waited was cancelled.
    case cancellation
  }

  /// Performs `work`, and cancels it once `limit` has gone by on `clock`.
  ///
  /// - Parameter otherwise: The result in place of the work's own.
  package static func against<Result: Sendable>(
    _ limit: Duration,
    on clock: any Clock<Duration> = ContinuousClock(),
    _ work: @escaping @Sendable () async -> Result,
    otherwise: @escaping @Sendable (Expiry) -> Result
  ) async -> Result {
    await withTaskGroup(of: Result.self) { group in
      group.addTask { await work() }
      group.addTask {
        do { try await clock.sleep(for: limit) } catch { return otherwise(.cancellation) }
        return otherwise(.limit)
      }
      defer { group.cancelAll() }
      return await group.next() ?? otherwise(.cancellation)
    }
  }
}
