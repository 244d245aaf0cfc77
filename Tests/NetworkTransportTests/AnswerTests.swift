import AWSClientCore
import NetworkTransport
import Testing

@Suite(.timeLimit(.minutes(5))) struct AnswerTests {
  @Test func `a request goes over the wire as it was signed`() async throws {
    try await LoopbackServer.run(.answer("{}")) { server, port in
      try await LiveTransport.with { transport in
        var request = HTTPRequest.call(port)
        request.path = "/base/a%2Fb"
        request.query = "x=%20&y"
        request.headers.append("X-Twice", "1")
        request.headers.append("X-Twice", "2")
        _ = try await transport.send(request)
        #expect(
          server.requests == [
            "POST /base/a%2Fb?x=%20&y HTTP/1.1\r\nContent-Type: application/x-amz-json-1.1\r\nX-Twice: 1\r\n"
              + "X-Twice: 2\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: 2\r\n\r\n{}"
          ]
        )
      }
    }
  }

  @Test func `a host that was signed is sent as it is`() async throws {
    try await LoopbackServer.run(.answer("{}")) { server, port in
      try await LiveTransport.with { transport in
        var request = HTTPRequest.call(port)
        request.headers["Host"] = "signed.example.com"
        _ = try await transport.send(request)
        #expect(server.requests[0].contains("\r\nHost: signed.example.com\r\n"))
        #expect(!server.requests[0].contains("127.0.0.1"))
      }
    }
  }

  @Test func `status, fields and body come back whole`() async throws {
    let fields = "x-amzn-RequestId: 7f3a\r\nSet-Cookie: a\r\nSet-Cookie: b\r\n"
    try await LoopbackServer.run(.answer("{\"__type\":\"é\"}", status: "400 Bad Request", headers: fields)) { _, port in
      try await LiveTransport.with { transport in
        let response = try await transport.send(.call(port))
        #expect(response.status == 400)
        #expect(response.headers["X-AMZN-REQUESTID"] == "7f3a")
        #expect(response.headers.fields.filter { $0.name == "Set-Cookie" }.map(\.value) == ["a", "b"])
        #expect(String(decoding: response.body, as: UTF8.self) == "{\"__type\":\"é\"}")
      }
    }
  }

  @Test func `a body in chunks is put together`() async throws {
    let reply = LoopbackServer.Reply(
      bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n3\r\n:1}\r\n0\r\n\r\n"
    )
    try await LoopbackServer.run(reply) { _, port in
      try await LiveTransport.with { transport in
        let response = try await transport.send(.call(port))
        #expect(response.body == Array("{\"a\":1}".utf8))
      }
    }
  }

  @Test func `a long body comes back whole`() async throws {
    let body = String(repeating: "0123456789", count: 200_000)
    try await LoopbackServer.run(.answer(body)) { _, port in
      try await LiveTransport.with { transport in
        let response = try await transport.send(.call(port))
        #expect(response.body == Array(body.utf8))
      }
    }
  }

  @Test func `a proxy's HTML is a response like any other`() async throws {
    try await LoopbackServer.run(.answer("<html><h1>Bad Gateway</h1></html>", status: "502 Bad Gateway")) { _, port in
      try await LiveTransport.with { transport in
        let response = try await transport.send(.call(port))
        #expect(response.status == 502)
        #expect(response.body.starts(with: Array("<html>".utf8)))
      }
    }
  }

  @Test func `a redirect is given back and not followed`() async throws {
    try await LoopbackServer.run(.answer("elsewhere")) { other, otherPort in
      let location = "Location: http://127.0.0.1:\(otherPort)/\r\n"
      try await LoopbackServer.run(.answer("", status: "307 Temporary Redirect", headers: location)) { server, port in
        try await LiveTransport.with { transport in
          let response = try await transport.send(.call(port))
          #expect(response.status == 307)
          #expect(response.headers["Location"] == "http://127.0.0.1:\(otherPort)/")
          #expect(server.requests.count == 1)
          #expect(other.history == [])
        }
      }
    }
  }

  @Test func `calls one after the other share a connection`() async throws {
    try await LoopbackServer.run(.answer("{}")) { server, port in
      try await LiveTransport.with { transport in
        for _ in 1...5 { _ = try await transport.send(.call(port)) }
        #expect(server.requests.count == 5)
        #expect(server.history.filter { $0 == .connected }.count == 1)
      }
    }
  }

  @Test func `calls at the same time are all answered`() async throws {
    try await LoopbackServer.run(.answer("{}")) { server, port in
      try await LiveTransport.with { transport in
        try await withThrowingTaskGroup(of: Int.self) { group in
          for _ in 1...40 { group.addTask { try await transport.send(.call(port)).status } }
          for try await status in group { #expect(status == 200) }
        }
        #expect(server.requests.count == 40)
      }
    }
  }

  @Test func `an address in brackets is reached`() async throws {
    try await LoopbackServer.run(.answer("{}"), host: "::1") { server, port in
      try await LiveTransport.with { transport in
        let endpoint = try Endpoint(url: "http://[::1]:\(port)")
        let response = try await transport.send(HTTPRequest(endpoint: endpoint))
        #expect(response.status == 200)
        #expect(server.requests[0].contains("\r\nHost: [::1]:\(port)\r\n"))
      }
    }
  }
}
