import AWSClientCore
import NetworkTransport
import Testing

@Suite(.timeLimit(.minutes(5))) struct FailureTests {
  private typealias Reply = LoopbackServer.Reply

  private func expect(
    _ error: TransportError,
    from request: HTTPRequest,
    connectTimeout: Duration = .seconds(5),
    answerTimeout: Duration = .seconds(20),
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await LiveTransport.with(connectTimeout: connectTimeout, answerTimeout: answerTimeout) { transport in
      await #expect(throws: error, sourceLocation: sourceLocation) { try await transport.send(request) }
    }
  }

  @Test func `a port where nobody listens refuses`() async throws {
    let listener = try FullListener()
    listener.close()
    for host in ["127.0.0.1", "localhost"] {
      try await expect(
        .cannotConnect(host: host, reason: "connection refused"),
        from: .call(listener.port, host: host)
      )
    }
  }

  @Test func `a name that nobody has is no such host`() async throws {
    // A label this long is in no name server, so none is asked.
    let host = String(repeating: "a", count: 64) + ".invalid"
    try await expect(.cannotConnect(host: host, reason: "no such host"), from: .call(80, host: host))
  }

  @Test func `a connection that is not made in time is given up`() async throws {
    let listener = try FullListener()
    defer { listener.close() }
    try await expect(
      .connectTimedOut(host: "127.0.0.1", seconds: 0.25),
      from: .call(listener.port),
      connectTimeout: .milliseconds(250)
    )
  }

  @Test func `a TLS handshake that is not made in time is given up`() async throws {
    try await LoopbackServer.run(.silence) { _, port in
      try await expect(
        .connectTimedOut(host: "127.0.0.1", seconds: 0.25),
        from: .call(port, scheme: .https),
        connectTimeout: .milliseconds(250)
      )
    }
  }

  @Test(arguments: [
    LoopbackServer.Reply.silence,
    LoopbackServer.Reply(bytes: "HTTP/1.1 200 OK\r\n"),
    LoopbackServer.Reply(bytes: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"),
    LoopbackServer.Reply(bytes: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Stacks\":["),
    LoopbackServer.Reply(bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n"),
  ])
  func `a response that is not whole in time is given up`(reply: LoopbackServer.Reply) async throws {
    try await LoopbackServer.run(reply) { server, port in
      try await expect(
        .responseTimedOut(host: "127.0.0.1", seconds: 1.5),
        from: .call(port),
        answerTimeout: .milliseconds(1500)
      )
      #expect(server.requests.count == 1)
      await server.wait(for: .disconnected)
    }
  }

  @Test func `a request's own time limit has precedence`() async throws {
    try await LoopbackServer.run(.silence) { _, port in
      var request = HTTPRequest.call(port)
      request.timeLimit = .milliseconds(250)
      try await expect(.responseTimedOut(host: "127.0.0.1", seconds: 0.25), from: request)
    }
  }

  @Test(arguments: [
    LoopbackServer.Reply.hangUp,
    LoopbackServer.Reply(bytes: "HTTP/1.1 200 OK\r\n", closes: true),
    LoopbackServer.Reply(bytes: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Stacks\":[", closes: true),
    LoopbackServer.Reply(bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n", closes: true),
  ])
  func `a response that is cut short is a lost connection, and nothing is sent twice`(
    reply: LoopbackServer.Reply
  ) async throws {
    try await LoopbackServer.run(reply) { server, port in
      try await expect(
        .connectionLost(host: "127.0.0.1", reason: "the other side closed it"),
        from: .call(port)
      )
      #expect(server.requests.count == 1)
    }
  }

  @Test func `a connection kept alive that ends in the middle of the next call is lost, and nothing is sent twice`()
    async throws
  {
    try await LoopbackServer.run(.answer("{}"), .hangUp) { server, port in
      try await LiveTransport.with { transport in
        _ = try await transport.send(.call(port))
        await #expect(throws: TransportError.connectionLost(host: "127.0.0.1", reason: "the other side closed it")) {
          try await transport.send(.call(port))
        }
        #expect(server.requests.count == 2)
      }
    }
  }

  @Test(arguments: ["SSH-2.0-OpenSSH_9.2\r\n", "garbage\r\n\r\n", "HTTP/1.1 xyz\r\n\r\n"])
  func `a response that is not HTTP is a lost connection`(bytes: String) async throws {
    try await LoopbackServer.run(Reply(bytes: bytes)) { _, port in
      try await expect(.connectionLost(host: "127.0.0.1", reason: "the response is not HTTP"), from: .call(port))
    }
  }

  @Test func `a body beyond all bounds is not read`() async throws {
    try await LoopbackServer.run(Reply(bytes: "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx")) { _, port in
      try await expect(
        .connectionLost(host: "127.0.0.1", reason: "the response is larger than 64 MiB"),
        from: .call(port)
      )
    }
  }

  @Test func `a field with a line break is not sent`() async throws {
    try await LoopbackServer.run(.answer("{}")) { server, port in
      var request = HTTPRequest.call(port)
      request.headers["X-Note"] = "a\r\nX-Injected: b"
      try await LiveTransport.with { transport in
        let error = await #expect(throws: TransportError.self) { try await transport.send(request) }
        #expect(error?.isCertainlyUnsent == true)
      }
      #expect(server.requests == [])
    }
  }

  @Test func `cancelling the task ends the request`() async throws {
    try await LoopbackServer.run(.silence) { server, port in
      try await LiveTransport.with { transport in
        let call = Task { try await transport.send(.call(port)) }
        await server.waitForRequest()
        call.cancel()
        await #expect(throws: TransportError.cancelled(host: "127.0.0.1")) { try await call.value }
        await server.wait(for: .disconnected)
      }
    }
  }

  @Test func `cancelling in the middle of a body is no short response`() async throws {
    try await LoopbackServer.run(Reply(bytes: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}")) { server, port in
      try await LiveTransport.with { transport in
        let call = Task { try await transport.send(.call(port)) }
        await server.waitForRequest()
        call.cancel()
        await #expect(throws: TransportError.cancelled(host: "127.0.0.1")) { try await call.value }
      }
    }
  }

  @Test func `after the shutdown nothing is sent`() async throws {
    try await LoopbackServer.run(.answer("{}")) { server, port in
      let transport = try LiveTransport()
      await transport.shutdown()
      await transport.shutdown()
      await #expect(throws: TransportError.cannotConnect(host: "127.0.0.1", reason: "the program is ending")) {
        try await transport.send(.call(port))
      }
      #expect(server.history == [])
    }
  }
}
