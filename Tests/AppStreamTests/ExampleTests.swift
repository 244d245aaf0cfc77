import AWSClientCore
import AppStream
import PlainText
import TestSupport
import Testing

/// The example of the library's documentation, compiled.
struct ExampleTests {
  // The example begins here.
  func stacks(of user: String, _ client: AppStreamClient) async throws(ServiceError) -> [String] {
    let associations = try await client.describeUserStackAssociations.pages(.user(user, .userpool)).all()
    return associations.map(\.identity.stackName).sorted()
  }
  // The example ends here.

  @Test func `the example follows the pages`() async throws {
    let row = { (stack: String) in
      #"{"StackName": "\#(stack)", "UserName": "abe@x.example", "AuthenticationType": "USERPOOL"}"#
    }
    let transport = ScriptedTransport([
      .json(#"{"UserStackAssociations": [\#(row("physics"))], "NextToken": "2"}"#),
      .json(#"{"UserStackAssociations": [\#(row("biology"))]}"#),
    ])
    let client = AppStreamClient.live(
      AWSJSONClient(
        targetPrefix: AppStreamClient.targetPrefix,
        endpoint: Endpoint(scheme: .https, host: "appstream2.eu-west-1.amazonaws.com"),
        caller: SignedCaller(
          scope: SigningScope(region: "eu-west-1", service: "appstream"),
          credentials: FixedCredentials(
            Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("example"))
          ),
          transport: transport,
          context: .still()
        )
      )
    )
    #expect(try await stacks(of: "abe@x.example", client) == ["biology", "physics"])
  }

  @Test func `the example is the one that the documentation shows`() throws {
    let shown = try DocumentedExample.shown(by: "AppStream")
    #expect(try !shown.isEmpty && shown == DocumentedExample.compiled(in: "\(#filePath)"))
  }
}
