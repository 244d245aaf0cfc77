import AWSClientCore
import FoundationEssentials
import PlainText
import Testing

@testable import AppStreamEmulator

/// A request that botocore wrote and signed; `Vectors/record-cbor.py` writes them.
struct RecordedCall: Decodable, Sendable, CustomTestStringConvertible {
  var operation: String
  var path: String
  var headers: [[String]]
  /// In hexadecimal.
  var body: String
  /// What botocore was given.
  var input: JSONValue

  var testDescription: String { "\(operation) \(body.prefix(24))" }

  var request: HTTPRequest {
    HTTPRequest(
      endpoint: TestBench.endpoint,
      path: path,
      headers: HTTPHeaders(headers.map { HTTPHeaders.Field(name: $0[0], value: $0[1]) }),
      body: CBORTests.bytes(body)
    )
  }

  static let all: [RecordedCall] = {
    do {
      return try JSONDecoder().decode([RecordedCall].self, from: Data(PackageResources.cbor_requests_json))
    } catch {
      Issue.record("cbor-requests.json cannot be read: \(error)")
      return []
    }
  }()
}

/// Smithy's RPC v2 with CBOR, which says the same as JSON 1.1.
@Suite struct CBORCallTests {
  @Test func `every operation is among the recorded calls`() {
    #expect(Set(RecordedCall.all.map(\.operation)) == Set(Operation.all.keys))
  }

  @Test(arguments: RecordedCall.all)
  func `what botocore wrote is answered as the same call in JSON is`(recorded: RecordedCall) async throws {
    let bench = TestBench(seed: .small)
    let answer = try await bench.service.send(recorded.request)
    #expect(bench.service.log.map(\.operation) == [recorded.operation])
    #expect(bench.service.log.first?.input == recorded.input)
    #expect(answer.headers["smithy-protocol"] == "rpc-v2-cbor")
    #expect(answer.headers["Content-Type"] == "application/cbor")

    let twin = TestBench(seed: .small)
    let text = String(decoding: try JSONEncoder().encode(recorded.input), as: UTF8.self)
    let json = try await twin.call(recorded.operation, text)
    #expect(answer.status == json.status)
    #expect(try Self.plain(CBORReader.value(answer.body)) == json.json)
    #expect(bench.service.changeCount == twin.service.changeCount)
  }

  /// JSON does not tell 1 from 1.0.
  private static func plain(_ value: JSONValue) -> JSONValue {
    switch value {
    case .number(let number): Int(exactly: number).map(JSONValue.integer) ?? value
    case .array(let elements): .array(elements.map(plain))
    case .object(let members): .object(members.mapValues(plain))
    default: value
    }
  }

  private func call(_ body: [UInt8], _ edit: (inout HTTPRequest) -> Void = { _ in }) async throws -> HTTPResponse {
    let bench = TestBench(seed: .small)
    return try await bench.service.send(
      bench.request("DescribeStacks") { request in
        request.headers = ["smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor"]
        request.path = "/service/PhotonAdminProxyService/operation/DescribeStacks"
        request.body = body
        edit(&request)
      }
    )
  }

  @Test func `a body that is none is as an empty object`() async throws {
    let answer = try await call([])
    #expect(answer.status == 200)
    // The time in 1(…), as the protocol has it.
    #expect(answer.body.firstRange(of: Array("CreatedTime".utf8) + [0xC1, 0xFB]) != nil)
  }

  @Test(arguments: [[0x41, 0x00], [0x80], [0xA1, 0x65], Array("{}".utf8)] as [[UInt8]])
  func `a body of another form is told so in the same protocol`(body: [UInt8]) async throws {
    let answer = try await call(body)
    #expect(answer.status == 400)
    let error = try CBORReader.value(answer.body)
    #expect(error["__type"]?.text == "com.amazon.coral.service#SerializationException")
  }

  @Test func `an operation or a service that is not there is not found`() async throws {
    let unknown = try await call([0xA0]) { $0.path = "/service/PhotonAdminProxyService/operation/Dance" }
    #expect(try CBORReader.value(unknown.body)["__type"]?.text == "com.amazon.coral.service#UnknownOperationException")
    #expect(try await call([0xA0]) { $0.path = "/service/Other/operation/DescribeStacks" }.status == 404)
    #expect(try await call([0xA0]) { $0.headers["smithy-protocol"] = "rpc-v3" }.status == 404)
  }

  @Test func `the service's own failure is in the same protocol`() async throws {
    let bench = TestBench(seed: .small, faults: try FaultsFile(parsing: Array(Self.fault.utf8)).faults)
    let recorded = try #require(RecordedCall.all.first)
    let answer = try await bench.service.send(recorded.request)
    #expect(answer.status == 503)
    #expect(try CBORReader.value(answer.body)["__type"]?.text == "ServiceUnavailableException")
  }

  private static let fault = #"{"faults":[{"fault":"serverError","status":503}]}"#
}
