import FoundationEssentials
import PlainText
import Testing

@testable import AWSClientCore

@Suite struct SigV4SignerTests {
  private let signer = SigV4Signer(scope: SigningScope(region: "eu-west-1", service: "appstream"))
  private let date = SigningDate(Date(timeIntervalSince1970: 1_795_356_135.9))
  private let lasting = Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("secret"))
  private let request = HTTPRequest(
    endpoint: Endpoint(scheme: .https, host: "appstream2.eu-west-1.amazonaws.com"),
    headers: ["Content-Type": "application/x-amz-json-1.1"],
    body: Array("{}".utf8)
  )

  private var temporary: Credentials {
    Credentials(accessKeyID: "ASIAEXAMPLE", secretAccessKey: Secret("secret"), sessionToken: Secret("token"))
  }

  @Test func `a date is the whole second in UTC`() {
    #expect(date.timestamp == "20261122T140215Z")
    #expect(date.day == "20261122")
  }

  @Test func `signing adds the three headers and leaves the rest of the request alone`() {
    let signed = signer.sign(request, with: temporary, at: date)
    #expect(
      signed.headers.fields.map(\.name) == ["Content-Type", "X-Amz-Date", "X-Amz-Security-Token", "Authorization"]
    )
    #expect(signed.headers["X-Amz-Date"] == "20261122T140215Z")
    #expect(signed.headers["X-Amz-Security-Token"] == "token")
    #expect(signed.body == request.body)
    #expect(signed.url == request.url)
  }

  @Test func `signing again gives the same as signing once`() {
    let once = signer.sign(request, with: temporary, at: date)
    #expect(signer.sign(once, with: temporary, at: date) == once)
  }

  @Test func `signing again with lasting keys takes the session token of the temporary ones out`() {
    let signed = signer.sign(signer.sign(request, with: temporary, at: date), with: lasting, at: date)
    #expect(signed == signer.sign(request, with: lasting, at: date))
    #expect(signed.headers["X-Amz-Security-Token"] == nil)
  }

  @Test func `what may change on the way does not change the signature`() {
    var other = request
    other.headers["User-Agent"] = "another program"
    other.headers["amz-sdk-request"] = "attempt=2; max=3"
    #expect(authorization(other) == authorization(request))
  }

  @Test func `body, path, query, method, host, header, Region, service and key all change the signature`() {
    var changed = [HTTPRequest](repeating: request, count: 6)
    changed[0].body = Array("[]".utf8)
    changed[1].path = "/other"
    changed[2].query = "a=1"
    changed[3].method = "PUT"
    changed[4].endpoint = Endpoint(scheme: .https, host: "other.example.com")
    changed[5].headers["Content-Type"] = "text/plain"
    var signatures = Set(changed.map(authorization))
    let elsewhere = SigV4Signer(scope: SigningScope(region: "us-east-1", service: "appstream"))
    let otherwise = SigV4Signer(scope: SigningScope(region: "eu-west-1", service: "sts"))
    let otherKey = Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("another"))
    signatures.insert(elsewhere.sign(request, with: lasting, at: date).headers["Authorization"])
    signatures.insert(otherwise.sign(request, with: lasting, at: date).headers["Authorization"])
    signatures.insert(signer.sign(request, with: otherKey, at: date).headers["Authorization"])
    signatures.insert(authorization(request))
    #expect(signatures.count == 10)
  }

  @Test func `the signature is found in the header that it stands in, and in no other`() throws {
    let header = try #require(authorization(request))
    let signature = try #require(SigV4Signer.signature(in: header))
    #expect(signature.count == 64)
    #expect(header.hasSuffix(", Signature=\(signature)"))
    for other in ["", "=", "Bearer a=b", "Signature"] { #expect(SigV4Signer.signature(in: other) == nil) }
  }

  private func authorization(_ request: HTTPRequest) -> String? {
    signer.sign(request, with: lasting, at: date).headers["Authorization"]
  }
}
