import AWSClientCore
import AppStream
import TestSupport
import Testing

@Suite struct LiveWriteTests {
  private let ana = Association(stackName: "design", userName: "Ana@example.com")
  private let bo = Association(stackName: "maths", userName: "bo@example.com")

  private func batch() throws -> AssociationBatch {
    try #require(
      AssociationBatch([UserStackAssociation(ana), UserStackAssociation(bo, sendEmailNotification: false)])
    )
  }

  private static let list = """
    {"UserStackAssociations":[\
    {"AuthenticationType":"USERPOOL","StackName":"design","UserName":"Ana@example.com"},\
    {"AuthenticationType":"USERPOOL","SendEmailNotification":false,"StackName":"maths","UserName":"bo@example.com"}]}
    """

  @Test func `a batch goes out whole, and says nothing about mail that nobody asked about`() async throws {
    let live = LiveClient(.json("{}"), .json("{}"))
    _ = try await live.client.batchDisassociateUserStack(batch())
    _ = try await live.client.batchAssociateUserStack(batch())
    #expect(
      live.sent == [
        "PhotonAdminProxyService.BatchDisassociateUserStack \(Self.list)",
        "PhotonAdminProxyService.BatchAssociateUserStack \(Self.list)",
      ]
    )
  }

  @Test(arguments: ["{}", "{\"errors\":[]}", "{\"errors\":null}"])
  func `without errors every item succeeded`(body: String) async throws {
    let answer = try await LiveClient(.json(body)).client.batchDisassociateUserStack(batch())
    #expect(answer.value == [])
    #expect(answer.requestID == "7f3a")
  }

  @Test func `item errors are read under the service's lower-case key, whatever is missing in them`() async throws {
    let body = """
      {"errors":[
      {"UserStackAssociation":{"StackName":"maths","UserName":"bo@example.com","AuthenticationType":"USERPOOL"},
      "ErrorCode":"USER_NAME_NOT_FOUND","ErrorMessage":"no such user"},
      {"UserStackAssociation":{"UserName":"Ana@example.com"},"ErrorCode":"SOMETHING_NEW"},
      {}]}
      """
    let errors = try await LiveClient(.json(body)).client.batchDisassociateUserStack(batch()).value
    #expect(errors.map(\.errorCode) == ["USER_NAME_NOT_FOUND", "SOMETHING_NEW", nil])
    #expect(errors[0].errorMessage == "no such user")
    #expect(errors[0].userStackAssociation == PartialAssociation(bo))
    #expect(errors[1].userStackAssociation?.matches(ana) == true)
    #expect(errors[1].userStackAssociation?.matches(bo) == false)
    #expect(errors[2].userStackAssociation == nil)
  }

  @Test(
    arguments: [
      .json("{\"__type\":\"ThrottlingException\"}", status: 400), .answer("", type: "text/html", status: 503),
      .failure(.connectionLost(host: "h", reason: "the other side closed it")),
    ] as [ScriptedTransport.Step]
  )
  func `a batch is sent once, whatever happens`(step: ScriptedTransport.Step) async throws {
    let live = LiveClient(step, .json("{}"))
    await #expect(throws: ServiceError.self) { try await live.client.batchDisassociateUserStack(batch()) }
    #expect(live.sent.count == 1)
  }
}
