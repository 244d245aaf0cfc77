import AWSClientCore
import PlainText
import Testing

private struct Source: CredentialSource {
  let name: String
  let outcome: Result<Credentials?, CredentialError>

  func credentials() async throws(CredentialError) -> Credentials? { try outcome.get() }
}

@Suite struct CredentialChainTests {
  private let one = Credentials(accessKeyID: "ONE", secretAccessKey: Secret("1"))
  private let two = Credentials(accessKeyID: "TWO", secretAccessKey: Secret("2"))
  private let broken = CredentialError.unusable(source: "a file", reason: "it is broken")

  @Test func `the first source that has credentials wins`() async throws {
    let chain = CredentialChain([
      Source(name: "a", outcome: .success(nil)),
      Source(name: "b", outcome: .success(one)),
      Source(name: "c", outcome: .success(two)),
    ])
    #expect(try await chain.credentials() == one)
  }

  @Test func `a source that is broken stops the chain`() async {
    let chain = CredentialChain([
      Source(name: "a", outcome: .failure(broken)), Source(name: "b", outcome: .success(one)),
    ])
    await #expect(throws: broken) { try await chain.credentials() }
  }

  @Test func `a source after the first that has credentials is not asked`() async throws {
    let chain = CredentialChain([
      Source(name: "a", outcome: .success(one)), Source(name: "b", outcome: .failure(broken)),
    ])
    #expect(try await chain.credentials() == one)
  }

  @Test func `in the end it says whom it asked`() async {
    let chain = CredentialChain(["the environment", "profile ops"].map { Source(name: $0, outcome: .success(nil)) })
    let error = await #expect(throws: CredentialError.self) { try await chain.credentials() }
    #expect(
      error.map { "\($0)" }
        == "No AWS credentials were found. Asked: the environment, profile ops. "
        + "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with --profile."
    )
  }

  @Test func `fixed credentials are always the same`() async throws {
    #expect(try await FixedCredentials(one).credentials() == one)
  }
}
