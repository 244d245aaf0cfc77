import AWSClientCore
import TestSupport
import Testing

@Suite struct ConformanceTests {
  @Test(arguments: ConformanceCase.all)
  func `the same machine gives the same keys as with botocore, on the same way`(one: ConformanceCase) async throws {
    try await Machine.run { machine in
      for (path, text) in one.files { machine.files["/home/ana/\(path)"] = Self.filled(text) }
      let outcome: ConformanceCase.Outcome
      do {
        let standard = try machine.provider(profile: one.profile, one.environment.mapValues(Self.filled))
        let provider = RenewingCredentials(machine.calls) { (search) async throws(CredentialError) in
          try await standard.credentials(search)
        }
        outcome = .init(key: Self.named(try await provider.credentials().accessKeyID), error: nil)
      } catch {
        outcome = .init(key: nil, error: Self.kind(of: error))
      }
      #expect(outcome == one.ours ?? Self.inOurWords(one.botocore))
      #expect(machine.services.log.map(Self.call) == (one.ours == nil ? one.calls : []))
      #expect((one.ours == nil) == (one.because == nil))
    }
  }

  @Test func `there are cases for every source`() {
    #expect(ConformanceCase.all.count > 90)
  }

  private static func filled(_ text: String) -> String {
    text.replacing("@HOME@", with: "/home/ana")
  }

  /// The class of botocore's exception in the words of this program's errors.
  private static func inOurWords(_ outcome: ConformanceCase.Outcome) -> ConformanceCase.Outcome {
    guard let error = outcome.error else { return outcome }
    let words = ["NoCredentialsError": "noneFound", "ProfileNotFound": "unknownProfile", "RuntimeError": "ended"]
    return .init(key: nil, error: words[error] ?? "unusable")
  }

  private static func kind(of error: any Error) -> String {
    switch error {
    case CredentialError.noneFound: "noneFound"
    case CredentialError.ended: "ended"
    case CredentialError.unusable: "unusable"
    case ConfigurationError.unknownProfile: "unknownProfile"
    default: "\(error)"
    }
  }

  /// The services here number their keys.
  private static func named(_ key: String) -> String {
    key.hasPrefix("ASIA.") ? key.replacing(#/\.\d+$/#, with: "") : key
  }

  /// A call without what differs from run to run, its query sorted.
  private static func call(_ line: String) -> String {
    let words = line.split(separator: " ").filter { !$0.hasPrefix("RoleSessionName=tests-") }
    return words.map { word in
      let sorted = word.split(separator: "&").sorted().joined(separator: "&")
      return named(sorted)
    }.joined(separator: " ")
  }
}
