import AWSClientCore
import TestSupport
import Testing

@Suite struct SendingLimiterTests {
  private func call(_ steps: [ScriptedTransport.Step], limited: Bool = true) -> JSONCall {
    JSONCall(steps, rules: RetryRules(maximumAttempts: 5), limiter: limited)
  }

  @Test func `in the adaptive mode a throttled client waits before its next requests as well`() async throws {
    for isLimited in [true, false] {
      let call = call([.throttled, .success, .success, .success], limited: isLimited)
      for _ in 0..<3 { _ = try await call.read() }
      // The first wait is the retry's own; the limiter's begin at two seconds a request, its least rate.
      #expect(call.clock.sleeps.elements.first == .seconds(1))
      #expect((call.clock.sleeps.elements.count > 1) == isLimited)
    }
  }

  @Test func `a write is held back too, and is sent once`() async throws {
    let call = call([.throttled, .throttled])
    await #expect(throws: ServiceError.self) { try await call.write() }
    await #expect(throws: ServiceError.self) { try await call.write() }
    #expect(call.transport.requests.count == 2)
    #expect(call.clock.sleeps.elements == [.seconds(2)])
  }

  @Test func `cancelling the task ends the waiting, and nothing is sent`() async {
    let call = call([.throttled, .success])
    await #expect(throws: ServiceError.self) { try await call.write() }
    let task = Task { () async -> ServiceError? in
      withUnsafeCurrentTask { $0?.cancel() }
      do throws(ServiceError) { _ = try await call.write() } catch { return error }
      return nil
    }
    #expect(await task.value == .cancelled(operation: "BatchDisassociateUserStack"))
    #expect(call.transport.requests.count == 1)
  }
}
