import AppStream
import FoundationEssentials
import PlainText
import Testing

@testable import AppStreamEmulator

@Suite struct StateFileTests {
  private func parsed(_ text: String) throws -> StateFile { try StateFile(parsing: Array(text.utf8)) }

  @Test func `the demo is the same after it was written and read`() throws {
    var directory = Seed.demo.directory
    try directory.tagStack("visitors", ["team": "desk"])
    let written = try StateFile(directory: directory, changes: []).encoded()
    let read = try StateFile(parsing: written).directory
    #expect(read.allStacks == directory.allStacks)
    #expect(read.allUsers == directory.allUsers)
    #expect(read.allAssociations == directory.allAssociations)
    #expect(try StateFile(directory: read, changes: []).encoded() == written)
  }

  @Test func `changes are kept, with caller, time and request`() async throws {
    let bench = TestBench(seed: .small, key: EmulatorKeys.role)
    _ = try await bench.client.batchDisassociateUserStack(AssociationBatch.of("ana/design", "bo/design"))
    let id = try #require(bench.service.log.first?.requestId)
    let expected = ["ana@x.example", "bo@x.example"].map { user in
      AppliedChange(
        time: .noon,
        requestID: id,
        operation: "BatchDisassociateUserStack",
        caller: "arn:aws:sts::123456789012:assumed-role/StackOps/j.keller",
        accessKeyID: "ASIAEMULATOR00000002",
        change: EmulatedChange(stackName: "design", userName: user, authenticationType: .userpool)
      )
    }
    #expect(bench.service.changes == expected)
    let file = try StateFile(
      parsing: StateFile(directory: bench.service.directory, changes: bench.service.changes).encoded()
    )
    #expect(file.changes == expected)
  }

  @Test func `what changes nothing is no change`() async throws {
    let bench = TestBench(seed: .small)
    _ = try await bench.client.batchDisassociateUserStack(AssociationBatch.of("cy/design"))
    _ = try await bench.client.batchAssociateUserStack(AssociationBatch.of("ana/design"))
    _ = try await bench.client.describeStacks.pages(nil).all()
    #expect(bench.service.changeCount == 0)
    #expect(bench.service.log.map(\.applied) == [false, false, false])
  }

  @Test func `names are enough`() throws {
    let file = try parsed(
      """
      {"v":1,"stacks":[{"Name":"s","DisplayName":"S"}],"users":[{"UserName":"u@x"},{"UserName":"v@x"}],
      "associations":[{"StackName":"s","UserName":"u@x"}]}
      """
    )
    #expect(file.directory.allStacks.map(\.attributes) == [["DisplayName": .string("S")]])
    #expect(file.directory.allUsers.map(\.status) == ["CONFIRMED", "CONFIRMED"])
    #expect(Set(file.directory.allUsers.map(\.id)).count == 2)
    #expect(file.directory.contains(Association(stackName: "s", userName: "u@x")))
    #expect(file.changes.isEmpty)
  }

  @Test(arguments: [
    ("", "it is not JSON"), ("{}", #"the file has no "v""#), (#"{"v":2}"#, "its version is 2, and only 1 is known"),
    (#"{"v":1,"stacks":[{"Name":"a"},{}]}"#, #"stacks[1] has no "Name""#),
    (#"{"v":1,"users":[{"UserName":7}]}"#, "users[0].UserName is not of the right type"),
    (#"{"v":1,"associations":{}}"#, "associations is not of the right type"),
  ])
  func `what is not right is told, with its place`(text: String, problem: String) {
    let error = #expect(throws: EmulatorFileError.self) { try parsed(text) }
    #expect(
      error?.description
        == "The state file cannot be used: \(problem). See appstream-emulator --help for what it may hold."
    )
  }
}
