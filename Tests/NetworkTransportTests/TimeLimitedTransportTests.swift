import AWSClientCore
import NetworkTransport
import Testing

@Suite struct TimeLimitedTransportTests {
  @Test func `a response in time is passed on`() async throws {
    try await LoopbackServer.run(.answer("{}")) { _, port in
      try await LiveTransport.with { transport in
        let limited = TimeLimitedTransport(transport, limit: .seconds(60))
        let answer = try await limited.send(.call(port))
        #expect(answer.status == 200)
      }
    }
  }

  @Test func `a service that is silent is given up`() async throws {
    try await LoopbackServer.run(.silence) { server, port in
      try await LiveTransport.with { transport in
        let limited = TimeLimitedTransport(transport, limit: .milliseconds(50))
        await #expect(throws: TransportError.responseTimedOut(host: "127.0.0.1", seconds: 0.05)) {
          try await limited.send(.call(port))
        }
        await server.wait(for: .disconnected)
      }
    }
  }
}
