import Testing

@testable import AWSClientCore

@Suite struct SignerVectorTests {
  @Test func `there are enough vectors, each with its own name`() throws {
    let vectors = try SignerVector.all.get()
    #expect(vectors.count >= 130)
    #expect(Set(vectors.map(\.name)).count == vectors.count)
  }

  @Test(arguments: try SignerVector.all.get())
  func `a request gets the signature that botocore gives it`(vector: SignerVector) throws {
    let signed = vector.signer.sign(try vector.request(), with: vector.credentials, at: try vector.date())
    #expect(signed.headers["Authorization"] == vector.authorization)
  }

  @Test(arguments: try SignerVector.all.get())
  func `a signed request has the canonical form that botocore gives it`(vector: SignerVector) throws {
    let signed = vector.signer.sign(try vector.request(), with: vector.credentials, at: try vector.date())
    var unsigned = signed
    unsigned.headers["Authorization"] = nil
    #expect(CanonicalRequest(unsigned).text == vector.canonicalRequest)
  }
}
