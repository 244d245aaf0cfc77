import AWSClientCore
import AppStreamEmulator
import FoundationEssentials
import PlainText
import TestSupport

/// A response as it came over the wire, with its body as JSON where it is JSON.
struct RawAnswer {
  let response: HTTPResponse

  var status: Int { response.status }
  var text: String { String(decoding: response.body, as: UTF8.self) }
  var json: JSONValue? { try? JSONDecoder().decode(JSONValue.self, from: Data(response.body)) }
  /// `__type` as it stands in the body.
  var code: String? { json?["__type"]?.text }
  /// The message, however it is spelt.
  var message: String? { json?["message"]?.text ?? json?["Message"]?.text }
}

extension TestBench {
  /// Calls an operation with a body of one's own, signed by `key`, and gives whatever comes back.
  func call(
    _ operation: String,
    _ body: String = "{}",
    key: EmulatorKeys.Key = EmulatorKeys.user,
    region: String = "eu-west-1",
    at date: Date? = nil,
    edit: (inout HTTPRequest) -> Void = { _ in }
  ) async throws -> RawAnswer {
    RawAnswer(
      response: try await service.send(
        request(operation, body, key: key, region: region, at: date, edit: edit)
      )
    )
  }

  /// The same call, as the request alone.
  func request(
    _ operation: String,
    _ body: String = "{}",
    key: EmulatorKeys.Key = EmulatorKeys.user,
    region: String = "eu-west-1",
    service: String = "appstream",
    at date: Date? = nil,
    edit: (inout HTTPRequest) -> Void = { _ in }
  ) -> HTTPRequest {
    var request = HTTPRequest(
      endpoint: Self.endpoint,
      headers: [
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": "PhotonAdminProxyService.\(operation)",
        "User-Agent": "tests",
      ],
      body: Array(body.utf8)
    )
    edit(&request)
    return SigV4Signer(scope: SigningScope(region: region, service: service))
      .sign(request, with: key.credentials, at: SigningDate(date ?? time.date))
  }
}
