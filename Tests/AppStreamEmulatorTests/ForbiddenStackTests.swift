import AWSClientCore
import AppStream
import AppStreamEmulator
import Testing

@Suite struct ForbiddenStackTests {
  private func bench(_ stacks: [String]?, _ operations: Set<String>? = nil) -> TestBench {
    TestBench(seed: .small, faults: [Fault(.forbidden(stacks: stacks), FaultTrigger(operations: operations))])
  }

  private func refusal(_ body: () async throws(ServiceError) -> Void) async -> Refusal? {
    do throws(ServiceError) {
      try await body()
      return nil
    } catch {
      guard case .refused(let refusal) = error else { return nil }
      return refusal
    }
  }

  @Test func `a batch that touches the stack is refused whole, with action and ARN`() async throws {
    let bench = bench(["lab"])
    let batch = try AssociationBatch.of("ana/design", "ana/lab")
    let refusal = await refusal { () throws(ServiceError) in
      _ = try await bench.client.batchDisassociateUserStack(batch)
    }
    #expect(refusal?.code == "AccessDeniedException")
    #expect(
      refusal?.message
        == "User: arn:aws:iam::123456789012:user/emulator is not authorized to perform: "
        + "appstream:BatchDisassociateUserStack on resource: arn:aws:appstream:eu-west-1:123456789012:stack/lab "
        + "because no identity-based policy allows the appstream:BatchDisassociateUserStack action"
    )
    #expect(bench.service.directory.contains(Association("ana/design")))
  }

  @Test func `a batch that does not touch it is done`() async throws {
    let bench = bench(["lab"])
    let answer = try await bench.client.batchDisassociateUserStack(AssociationBatch.of("ana/design"))
    #expect(answer.value.isEmpty)
    #expect(!bench.service.directory.contains(Association("ana/design")))
  }

  @Test func `reads of the stack are refused where that is asked for`() async throws {
    let bench = bench(["lab"], ["DescribeUserStackAssociations"])
    #expect(try await bench.client.describeUserStackAssociations.pages(.stack("design")).all().count == 2)
    let refusal = await refusal { () throws(ServiceError) in
      _ = try await bench.client.describeUserStackAssociations.pages(.stack("lab")).all()
    }
    #expect(refusal?.code == "AccessDeniedException")
  }

  @Test func `a whole operation is refused without naming a resource`() async throws {
    let bench = bench(nil, ["DescribeUsers"])
    let refusal = await refusal { () throws(ServiceError) in
      _ = try await bench.client.describeUsers.pages(.userpool).all()
    }
    #expect(
      refusal?.message
        == "User: arn:aws:iam::123456789012:user/emulator is not authorized to perform: appstream:DescribeUsers "
        + "because no identity-based policy allows the appstream:DescribeUsers action"
    )
    #expect(try await bench.client.describeStacks.pages(nil).all().count == 2)
  }
}
