import AWSClientCore
import AppStreamEmulator
import Testing

@Suite struct CallerIdentityTests {
  private let bench = TestBench()

  private func ask(
    _ key: EmulatorKeys.Key,
    action: String = "GetCallerIdentity",
    service: String = "sts"
  ) async throws -> RawAnswer {
    let request = bench.request("", "Action=\(action)&Version=2011-06-15", key: key, service: service) { request in
      request.headers["X-Amz-Target"] = nil
      request.headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8"
    }
    return RawAnswer(response: try await bench.service.send(request))
  }

  @Test(arguments: [EmulatorKeys.user, EmulatorKeys.role, EmulatorKeys.otherAccount])
  func `each key has an identity of its own`(key: EmulatorKeys.Key) async throws {
    let answer = try await ask(key)
    #expect(answer.status == 200)
    #expect(answer.response.headers["Content-Type"] == "text/xml")
    #expect(answer.text.contains("<Arn>\(key.identity.arn)</Arn>"))
    #expect(answer.text.contains("<Account>\(key.identity.account)</Account>"))
    #expect(answer.text.contains("<UserId>\(key.identity.userID)</UserId>"))
  }

  @Test func `the request id is in the header and in the body`() async throws {
    let answer = try await ask(EmulatorKeys.user)
    let id = try #require(answer.response.headers["x-amzn-RequestId"])
    #expect(answer.text.contains("<RequestId>\(id)</RequestId>"))
    #expect(bench.service.log.map(\.requestId) == [id])
  }

  @Test func `errors are in XML, with STS's codes and status`() async throws {
    var key = EmulatorKeys.user
    key.secretAccessKey = "wrong"
    let wrong = try await ask(key)
    #expect(wrong.status == 403)
    #expect(wrong.text.contains("<Code>SignatureDoesNotMatch</Code>"))
    key.accessKeyID = "AKIAEMULATOR00000009"
    #expect(try await ask(key).text.contains("<Code>InvalidClientTokenId</Code>"))
  }

  @Test func `a signature for AppStream is none for STS`() async throws {
    #expect(try await ask(EmulatorKeys.user, service: "appstream").text.contains("SignatureDoesNotMatch"))
  }

  @Test func `other actions are not known`() async throws {
    let answer = try await ask(EmulatorKeys.user, action: "AssumeRole")
    #expect(answer.status == 400)
    #expect(answer.text.contains("<Code>InvalidAction</Code>"))
  }

  @Test func `the credentials are as long as real ones and say that they are not`() {
    for key in EmulatorKeys.default.keys.values {
      #expect(key.accessKeyID.count == 20)
      #expect(key.accessKeyID.contains("EMULATOR"))
      #expect(key.secretAccessKey.count == 40)
    }
    #expect(EmulatorKeys.default.keys.count == 3)
  }
}
