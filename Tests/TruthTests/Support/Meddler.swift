import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import PlainText
import SeededNumbers
import TestSupport

/// Somebody else in the account, with keys of their own, so that the service's record tells them from the run.
struct Meddler: Sendable {
  private let service: EmulatedService
  private let time: TestTime
  static let key = EmulatorKeys.role

  init(_ service: EmulatedService, _ time: TestTime) {
    self.service = service
    self.time = time
  }

  /// Changes one thing by chance.
  func meddle(_ chance: inout SeededGenerator, _ scenario: Scenario) {
    service.replaceFaults([])
    let entry = chance.pick(scenario.entries)
    if scenario.trouble.isVandalism, chance.happens(0.1) {
      return chance.happens(0.5)
        ? call("DeleteStack", .object(["Name": .string(entry.stackName)]))
        : call(
          "DeleteUser",
          .object(["UserName": .string(entry.userName), "AuthenticationType": .string("USERPOOL")])
        )
    }
    change(chance.happens(0.5) ? "BatchDisassociateUserStack" : "BatchAssociateUserStack", entry)
  }

  /// Takes somebody off `stack`, whether or not the run is about them.
  func removeSomebody(from stack: String, _ chance: inout SeededGenerator) {
    service.replaceFaults([])
    let there = service.directory.allAssociations.map(\.identity).filter { $0.stackName == stack }
    guard !there.isEmpty else { return }
    change("BatchDisassociateUserStack", chance.pick(there))
  }

  private func change(_ operation: String, _ entry: Association) {
    let item = JSONValue.object([
      "StackName": .string(entry.stackName), "UserName": .string(entry.userName),
      "AuthenticationType": .string("USERPOOL"),
    ])
    call(operation, .object(["UserStackAssociations": .array([item])]))
  }

  private func call(_ operation: String, _ input: JSONValue) {
    // A tree of texts is always writable as JSON.
    guard let body = try? JSONEncoder().encode(input) else { return }
    let request = HTTPRequest(
      endpoint: Endpoint(scheme: .http, host: "127.0.0.1"),
      headers: [
        "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "\(AppStreamClient.targetPrefix).\(operation)",
      ],
      body: Array(body)
    )
    let signer = SigV4Signer(scope: SigningScope(region: "eu-west-1", service: AWSService.appStream.signingName))
    _ = service.reply(to: signer.sign(request, with: Self.key.credentials, at: SigningDate(time.date)))
  }
}
