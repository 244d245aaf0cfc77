import AWSClientCore
import AppStream
import FoundationEssentials
import Testing

@testable import AppStreamEmulator

@Suite struct SmallPartTests {
  @Test(arguments: [
    (0.0, "Thu, 01 Jan 1970 00:00:00 GMT"), (1_795_356_131.9, "Sun, 22 Nov 2026 14:02:11 GMT"),
    (1_709_210_096, "Thu, 29 Feb 2024 12:34:56 GMT"), (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 GMT"),
  ])
  func `a date header is what RFC 9110 wants`(seconds: Double, text: String) {
    #expect(HTTPDate.text(Date(timeIntervalSince1970: seconds)) == text)
  }

  @Test func `the generator is SplitMix64`() {
    // The first numbers of the reference implementation for the seed 1234567 (prng.di.unimi.it/splitmix64.c).
    var random = SeededGenerator(seed: 1_234_567)
    let numbers = (0..<3).map { _ in random.next() }
    #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func `a request id is a UUID of version 4`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<100 {
      let id = random.uuid()
      #expect(UUID(uuidString: id)?.uuidString.lowercased() == id)
      #expect(Array(id)[14] == "4")
      #expect("89ab".contains(Array(id)[19]))
    }
  }

  @Test(arguments: [
    ("fills up at its rate", [0, 0.4, 0.5, 0.9, 1.0], [true, false, true, false, true]),
    ("fills up no higher than its burst", [0, 100, 100], [true, true, false]),
    ("stands still while the clock goes back", [0, -60, -59.6, -59.5], [true, false, false, true]),
  ])
  func `a bucket of one, two a second`(what: String, offsets: [Double], taken: [Bool]) {
    var bucket = TokenBucket(rate: 2, burst: 1, at: .noon)
    let result = offsets.map { bucket.take(at: .noon + $0) }
    #expect(result == taken, "it \(what)")
  }

  @Test func `a token leads back to its place, in its own list only`() {
    let token = PageToken(list: "DescribeStacks\n", position: 42, followsEmptyPage: true)
    #expect(PageToken(token.text, of: "DescribeStacks\n") == token)
    #expect(PageToken(token.text, of: "DescribeUsers\n") == nil)
    for text in ["", "?", "Zm9v", Data("-1\n1\nDescribeStacks\n".utf8).base64EncodedString()] {
      #expect(PageToken(text, of: "DescribeStacks\n") == nil)
    }
  }

  @Test func `an authorization header is taken apart`() throws {
    let header = try AuthorizationHeader(
      "AWS4-HMAC-SHA256 Credential=AKID/20261122/eu-west-1/appstream/aws4_request, "
        + "SignedHeaders=host;x-amz-date, Signature=00ff"
    )
    #expect(header.accessKeyID == "AKID")
    #expect(header.scope == "20261122/eu-west-1/appstream/aws4_request")
    #expect(header.signedHeaders == ["host", "x-amz-date"])
    #expect(header.signature == "00ff")
    let dense = try AuthorizationHeader(
      "AWS4-HMAC-SHA256 Signature=00ff,SignedHeaders=host;x-amz-date,"
        + "Credential=AKID/20261122/eu-west-1/appstream/aws4_request"
    )
    #expect(dense == header)
  }

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
    _ = try await bench.client.stackPages.all()
    #expect(bench.service.log[0].associations == [.init("ana/design"), .init("bo/lab")])
    #expect(bench.service.log[1].associations.isEmpty)
    #expect(bench.service.log[0].time == "2026-11-22T14:02:11.000Z")
    #expect(bench.service.log[0].invocationId == "invocation")
  }

  @Test func `somebody else may change the directory, too`() async throws {
    let bench = TestBench(seed: .small)
    try bench.service.withDirectory { directory throws(EmulatedRefusal) in try directory.deleteStack("lab") }
    #expect(try await bench.client.stackPages.all().map(\.name) == ["design"])
    #expect(bench.service.changeCount == 0)
  }
}
