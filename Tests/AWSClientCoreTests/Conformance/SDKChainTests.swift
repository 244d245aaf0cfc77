import AWSClientCore
import Crypto
import FoundationEssentials
import TestSupport
import Testing

/// The cases that AWS's SDKs share for profiles that build on one another, as data in `sdk-chains.json`, whose head
/// names its source and licence.
struct SDKChainTable: Decodable {
  /// Roles, in the order in which they are taken on, and where the first one's keys come from.
  struct Chain: Decodable, Sendable, Equatable {
    var roles: [String]
    var leaf: String
    /// The access key id, where the keys stand in a file.
    var key: String?
  }

  /// A configuration file whose profile A is asked for.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let config: String
    /// What other SDKs find; `nil` where they find an error.
    let chain: Chain?
    /// What is found here instead, on purpose; counts where there is a reason.
    let ours: Chain?
    /// Why.
    let because: String?

    var testDescription: String { name }
    var expected: Chain? { because == nil ? chain : ours }
  }

  let chains: [Case]

  static let all = Result { try JSONDecoder().decode(Self.self, from: Data(PackageResources.sdk_chains_json)) }
}

@Suite struct SDKChainTests {
  @Test func `what differs on purpose is the smaller part`() throws {
    let chains = try SDKChainTable.all.get().chains
    #expect(chains.count == 42)
    #expect(chains.count { $0.because != nil } == 8)
    #expect(chains.allSatisfy { $0.because == nil || $0.ours != $0.chain })
  }

  @Test(arguments: try SDKChainTable.all.get().chains)
  func `a profile leads to the roles and the keys that it leads other SDKs to`(one: SDKChainTable.Case) async throws {
    try await Machine.run(config: one.config) { machine in
      for path in ["/var/token.jwt", "/some/path"] { machine.files[path] = "web-s3cret" }
      for name in ["https://d-92671207e4.awsapps.com/start", "https://some.url", "my-session", "dev"] {
        let hash = Insecure.SHA1.hash(data: Data(name.utf8)).map { byte in
          String(byte >> 4, radix: 16) + String(byte & 0xF, radix: 16)
        }
        machine.files["/home/ana/.aws/sso/cache/\(hash.joined()).json"] =
          #"{"accessToken": "sso-s3cret-1", "expiresAt": "2026-11-22T20:00:00Z"}"#
      }
      machine.processes.next(#"{"Version": 1, "AccessKeyId": "AKIAPROGRAM", "SecretAccessKey": "s3cret"}"#)
      let key: String
      do {
        key = try await machine.credentials(profile: "A").accessKeyID
      } catch {
        #expect(one.expected == nil, "\(error)")
        return
      }
      let calls = machine.services.log.filter { $0.hasPrefix("AssumeRole ") }.map { $0.split(separator: " ") }
      #expect(
        Self.chain(roles: calls.map { String($0[1]) }, first: calls.first.map { String($0[3]) } ?? key) == one.expected
      )
    }
  }

  private static func chain(roles: [String], first key: String) -> SDKChainTable.Chain {
    let leaves = [
      "ASIA.sso.": "sso", "ASIA.role.": "webIdentity", "ASIA.instance.": "instance", "AKIAPROGRAM": "program",
    ]
    guard let leaf = leaves.first(where: { key.hasPrefix($0.key) })?.value else {
      return .init(roles: roles, leaf: "keys", key: key)
    }
    return .init(roles: roles, leaf: leaf, key: nil)
  }
}
