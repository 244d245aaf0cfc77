import AWSClientCore
import PlainText
import Synchronization
import Testing

@Suite struct AccountCredentialsTests {
  /// Keys that can be replaced, and an STS that knows whose they are.
  private final class Stage: CredentialProvider {
    private struct State {
      var key = "A"
      var owners = ["A": "1111", "B": "1111", "X": "2222"]
      /// The key that takes the place of the present one while STS is asked.
      var replacement: String?
      var asked: [String] = []
      var refused: [String] = []
    }

    private let state = Mutex(State())

    var asked: [String] { state.withLock(\.asked) }
    var refused: [String] { state.withLock(\.refused) }

    func replace(by key: String) { state.withLock { $0.key = key } }
    func replaceWhileAsked(by key: String) { state.withLock { $0.replacement = key } }
    func silence() { state.withLock { $0.owners = [:] } }

    func credentials() async throws(CredentialError) -> Credentials {
      Credentials(accessKeyID: state.withLock(\.key), secretAccessKey: Secret("s"))
    }

    func refused(_ credentials: Credentials) { state.withLock { $0.refused.append(credentials.accessKeyID) } }

    func pinned(to account: String? = "1111", agreedWith key: String? = nil) -> AccountCredentials {
      AccountCredentials(self, of: account, agreedWith: key) {
        self.state.withLock { state in
          state.asked.append(state.key)
          let owner = state.owners[state.key]
          if let replacement = state.replacement { (state.key, state.replacement) = (replacement, nil) }
          return owner.map { CallerIdentity(account: $0, arn: "arn:x", userID: "x") }
        }
      }
    }
  }

  private func error(_ reason: String) -> CredentialError { .unusable(source: "this session", reason: reason) }

  @Test func `keys of the account are used, and STS is asked once about each`() async throws {
    let stage = Stage()
    let pinned = stage.pinned()
    for key in ["A", "A", "B", "B", "A"] {
      stage.replace(by: key)
      #expect(try await pinned.credentials().accessKeyID == key)
    }
    #expect(stage.asked == ["A", "B"])
  }

  @Test func `keys of another account are none, the first ones as well as later ones`() async throws {
    let stage = Stage()
    let pinned = stage.pinned()
    let refusal = error("they are of account 2222 now, and not of 1111")
    stage.replace(by: "X")
    await #expect(throws: refusal) { try await pinned.credentials() }
    stage.replace(by: "A")
    #expect(try await pinned.credentials().accessKeyID == "A")
    stage.replace(by: "X")
    await #expect(throws: refusal) { try await pinned.credentials() }
  }

  @Test(arguments: ["1111", nil])
  func `where STS is silent the key of the confirmation is used, and no other`(account: String?) async throws {
    let stage = Stage()
    stage.silence()
    let pinned = stage.pinned(to: account, agreedWith: "A")
    #expect(try await pinned.credentials().accessKeyID == "A")
    for key in ["B", "X"] {
      stage.replace(by: key)
      await #expect(throws: CredentialError.self) { try await pinned.credentials() }
    }
    stage.replace(by: "A")
    #expect(try await pinned.credentials().accessKeyID == "A")
    let unseen = stage.pinned(to: account)
    await #expect(throws: CredentialError.self) { try await unseen.credentials() }
  }

  @Test func `where no account is known STS cannot vouch for other keys`() async throws {
    let stage = Stage()
    let pinned = stage.pinned(to: nil, agreedWith: "A")
    #expect(try await pinned.credentials().accessKeyID == "A")
    stage.replace(by: "B")
    let reason = "they are not those of the confirmation, and nobody knows of which account either are"
    await #expect(throws: error(reason)) { try await pinned.credentials() }
    #expect(stage.asked.isEmpty)
  }

  @Test func `whose the credentials are is said before they sign`() async throws {
    let stage = Stage()
    let (pinned, unknown) = (stage.pinned(), stage.pinned(to: nil, agreedWith: "A"))
    #expect(await pinned.standing() == .accepted)
    #expect(await unknown.standing() == .accepted)
    stage.replace(by: "B")
    #expect(await pinned.standing() == .accepted)
    #expect(await unknown.standing() == .others)
    stage.replace(by: "X")
    #expect(await pinned.standing() == .otherAccount("2222"))
    stage.silence()
    #expect(await pinned.standing() == .unknown)
    #expect(await unknown.standing() == .others)
  }

  @Test(arguments: ["A", "X"])
  func `what STS said of keys that were replaced meanwhile is said of nobody`(first: String) async throws {
    let stage = Stage()
    let pinned = stage.pinned()
    stage.replace(by: first)
    stage.replaceWhileAsked(by: first == "A" ? "X" : "A")
    await #expect(throws: error("they were replaced while STS was asked whose they are")) {
      try await pinned.credentials()
    }
  }

  @Test func `a refusal is told to where the keys come from`() async throws {
    let stage = Stage()
    stage.pinned().refused(try await stage.credentials())
    #expect(stage.refused == ["A"])
  }
}
