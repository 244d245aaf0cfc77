import Testing

@testable import AppStreamEmulator

@Suite struct AuthorizationHeaderTests {
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
}
