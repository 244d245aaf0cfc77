import AWSClientCore
import FoundationEssentials
import Testing

@testable import AppStreamEmulator

/// Requests that botocore signed; `Vectors/make-signed-requests.py` writes them.
struct SignedRequest: Decodable, Sendable, CustomTestStringConvertible {
  var name: String
  var service: String
  var region: String
  var good: Bool
  var method: String
  var path: String
  var query: String
  var headers: [[String]]
  var body: String

  var testDescription: String { name }

  var request: HTTPRequest {
    HTTPRequest(
      method: method,
      endpoint: TestBench.endpoint,
      path: path,
      query: query,
      headers: HTTPHeaders(headers.map { HTTPHeaders.Field(name: $0[0], value: $0[1]) }),
      body: Array(body.utf8)
    )
  }

  static let all: [SignedRequest] = {
    do {
      return try JSONDecoder().decode([SignedRequest].self, from: Data(PackageResources.signed_requests_json))
    } catch {
      Issue.record("signed-requests.json cannot be read: \(error)")
      return []
    }
  }()
}

@Suite struct SignatureVectorTests {
  private let check = SignatureCheck(keys: .default, skewedDate: .invalidSignature)

  @Test func `there are vectors of both kinds`() {
    #expect(SignedRequest.all.filter(\.good).count == 13)
    #expect(SignedRequest.all.filter { !$0.good }.count == 2)
  }

  @Test(arguments: SignedRequest.all.filter(\.good))
  func `what botocore signed is let in, with the right name`(vector: SignedRequest) throws {
    let caller = try check.caller(of: vector.request, service: vector.service, at: .noon)
    #expect(caller.region == vector.region)
    #expect(caller.identity == EmulatorKeys.default.keys[caller.accessKeyID]?.identity)
  }

  @Test(arguments: SignedRequest.all.filter { !$0.good })
  func `what was signed with another secret is not`(vector: SignedRequest) {
    #expect(refusal(vector.request, vector.service)?.code == "InvalidSignatureException")
  }

  @Test(arguments: SignedRequest.all.filter { $0.good && !$0.body.isEmpty })
  func `a changed body is not what was signed`(vector: SignedRequest) {
    var request = vector.request
    request.body.append(UInt8(ascii: " "))
    #expect(refusal(request, vector.service)?.code == "InvalidSignatureException")
  }

  @Test(arguments: SignedRequest.all.filter(\.good))
  func `a changed host, path or query is not what was signed`(vector: SignedRequest) {
    let edits: [(inout HTTPRequest) -> Void] = [
      { $0.headers["Host"] = "elsewhere.example" }, { $0.path += "x" }, { $0.query += "&more=1" },
      { $0.method = "PUT" },
    ]
    for edit in edits {
      var request = vector.request
      edit(&request)
      #expect(refusal(request, vector.service)?.code == "InvalidSignatureException")
    }
  }

  private func refusal(_ request: HTTPRequest, _ service: String) -> EmulatedRefusal? {
    do throws(EmulatedRefusal) {
      _ = try check.caller(of: request, service: service, at: .noon)
      return nil
    } catch {
      return error
    }
  }
}
