import AWSClientCore
import TestSupport
import Testing

@Suite struct ErrorResponseTests {
  private func refusal(_ step: ScriptedTransport.Step) async throws -> Refusal {
    let error = await #expect(throws: ServiceError.self) { try await JSONCall([step]).write() }
    guard case .refused(let refusal) = try #require(error) else {
      throw try #require(error)
    }
    return refusal
  }

  @Test(
    arguments: [
      ("{\"__type\":\"AccessDeniedException\"}", [:]),
      ("{\"__type\":\"com.amazonaws.photon#AccessDeniedException\"}", [:]),
      ("{\"__type\":\"AccessDeniedException:http://internal.amazon.com/coral/\"}", [:]),
      ("{\"__type\":\"com.amazonaws.photon#AccessDeniedException:http://internal.amazon.com/#x\"}", [:]),
      ("{\"code\":\"AccessDeniedException\"}", [:]),
      ("{\"Code\":\"AccessDeniedException\"}", [:]),
      ("{}", ["x-amzn-ErrorType": "AccessDeniedException:http://internal.amazon.com/"]),
      ("", ["X-Amzn-Errortype": "AccessDeniedException"]),
      ("<ErrorResponse><Error><Code>AccessDeniedException</Code></Error></ErrorResponse>", [:]),
      ("{\"__type\":\"AccessDeniedException\"}", ["x-amzn-ErrorType": "Another"]),
    ] as [(String, HTTPHeaders)]
  )
  func `the code is found in every form`(body: String, headers: HTTPHeaders) async throws {
    let refusal = try await refusal(.json(body, status: 400, headers: headers))
    #expect(refusal.code == "AccessDeniedException")
    #expect(refusal.operation == "BatchDisassociateUserStack")
    #expect(refusal.status == 400)
    #expect(refusal.requestID == "7f3a")
  }

  @Test(arguments: [
    ("{\"__type\":\"X\",\"message\":\"Rate exceeded\"}", "Rate exceeded"),
    ("{\"__type\":\"X\",\"Message\":\"Rate exceeded\"}", "Rate exceeded"),
    ("{\"__type\":\"X\",\"errorMessage\":\"Rate exceeded\"}", "Rate exceeded"),
    ("{\"__type\":\"X\",\"message\":null,\"Message\":\"Rate exceeded\"}", "Rate exceeded"),
    ("<Error><Code>X</Code><Message>a &lt; b &amp;&amp; c</Message></Error>", "a < b && c"),
    ("{\"__type\":\"X\"}", ""),
    ("{}", "the body is JSON of another shape"),
    ("", "the body is empty"),
    ("<html><h1>Bad Gateway</h1></html>", "the body is an HTML page"),
    (" \n<!DOCTYPE HTML><html>", "the body is an HTML page"),
    ("upstream connect error", "the body is not JSON"),
    ("{\"__type\":", "the body is cut or broken JSON"),
  ])
  func `the message is found in every form`(body: String, message: String) async throws {
    #expect(try await refusal(.json(body, status: 400)).message == message)
  }

  @Test(arguments: [(502, "HTTP 502"), (503, "HTTP 503"), (404, "HTTP 404"), (407, "HTTP 407")])
  func `a proxy's page has its status for a code`(status: Int, code: String) async throws {
    let refusal = try await refusal(.answer("<html></html>", type: "text/html", status: status))
    #expect(refusal.code == code)
    #expect(refusal.status == status)
  }

  @Test func `an XML answer has its request id in the body`() async throws {
    let body = "<ErrorResponse><Error><Code>X</Code></Error><RequestId>in-body</RequestId></ErrorResponse>"
    let refusal = try await refusal(.success(HTTPResponse(status: 400, body: Array(body.utf8))))
    #expect(refusal.requestID == "in-body")
  }

  @Test func `the other name of the request id is read as well`() async throws {
    let response = HTTPResponse(status: 500, headers: ["X-Amz-Request-Id": "other"])
    #expect(try await refusal(.success(response)).requestID == "other")
  }
}
