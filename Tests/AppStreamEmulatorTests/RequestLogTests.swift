import AppStream
import Testing

@testable import AppStreamEmulator

@Suite struct RequestLogTests {
  @Test(arguments: [
    ("DescribeStacks", #"{"Names":["a","b"]}"#, ["a", "b"]), ("DeleteStack", #"{"Name":"a"}"#, ["a"]),
    ("DescribeUserStackAssociations", #"{"StackName":"a"}"#, ["a"]), ("DescribeFleets", #"{"Names":["f"]}"#, []),
    (
      "BatchDisassociateUserStack", #"{"UserStackAssociations":[{"StackName":"a"},{"StackName":"b"},{}]}"#, ["a", "b"]
    ),
    ("DescribeStacks", "?", []),
  ])
  func `the stacks that a call touches are found in its body`(operation: String, body: String, stacks: [String]) {
    #expect(ReceivedCall(TestBench().request(operation, body)).stacks == stacks)
  }

  @Test func `a full log forgets the oldest, and counts on`() {
    var log = RequestLog()
    for _ in 0..<(RequestLog.limit + 1) { log.append(RequestLogEntry(n: 0, time: "", operation: "", requestId: "")) }
    #expect(log.entries.count == RequestLog.limit / 2 + 1)
    #expect(log.entries.last?.n == RequestLog.limit + 1)
    #expect(log.entries.first?.n == RequestLog.limit / 2 + 1)
  }

  @Test func `a batch in the log can be read as associations`() async throws {
    let bench = TestBench(seed: .small)
    _ = try await bench.client.batchDisassociateUserStack(.of("ana/design", "bo/lab"))
    _ = try await bench.client.describeStacks.pages(nil).all()
    #expect(bench.service.log[0].associations == [.init("ana/design"), .init("bo/lab")])
    #expect(bench.service.log[1].associations.isEmpty)
    #expect(bench.service.log[0].time == "2026-11-22T14:02:11.000Z")
    #expect(bench.service.log[0].invocationId == "invocation")
  }
}
