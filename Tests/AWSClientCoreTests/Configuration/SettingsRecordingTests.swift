import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText
import TestSupport
import Testing

/// Options, environment and files, and what botocore takes from them; `Vectors/record-settings.py` writes them.
struct RecordedSettings: Decodable, Sendable, CustomTestStringConvertible {
  /// Region and URLs by service, as far as they are known.
  struct Outcome: Sendable, Equatable {
    var region: String?
    var urls: [AWSService: String] = [:]
    var isError = false
  }

  var name: String
  var environment: [String: String]
  var config: String
  var credentials: String
  var profile: String?
  var region: String?
  var endpoint: String?
  var botocore: [String: JSONValue]
  /// What is different here on purpose.
  var here: [String: JSONValue]?
  var why: String?

  var testDescription: String { name }
  static let all = Result { try Recording.cases("settings.json", of: RecordedSettings.self) }

  /// What the client core is to make of it.
  var expected: Outcome {
    var outcome = Outcome(region: here?["region"]?.text ?? botocore["region"]?.text)
    for (name, value) in botocore {
      guard let service = AWSService(botocoreName: name) else { continue }
      outcome.urls[service] = here?[name]?.text ?? value["url"]?.text
    }
    // With another Region on purpose, the hosts are those of that Region.
    if let region = here?["region"]?.text {
      for service in [.appStream, .sts, .sso, .ssoOIDC, .signIn] as [AWSService] {
        outcome.urls[service] = EndpointVariant().endpoint(of: service, in: region).description
      }
    }
    outcome.isError = here?["error"] != nil || outcome.urls[.appStream] == nil
    return outcome.isError ? Outcome(isError: true) : outcome
  }

  /// What the client core makes of it.
  func resolved() -> Outcome {
    do throws(ConfigurationError) {
      let settings = try ClientSettings.resolve(
        .appStream,
        options: ClientOptions(profile: profile, region: region, endpointURL: endpoint),
        environment: ProcessEnvironment(variables: ["HOME": "/home/ana"].merging(environment) { $1 }),
        files: MemoryFiles([
          "/home/ana/.aws/config": config, "/home/ana/.aws/credentials": credentials, "/home/ana/other": config,
        ])
      )
      var outcome = Outcome(region: settings.region)
      for service in [.appStream, .sts, .sso, .ssoOIDC, .signIn] as [AWSService] {
        outcome.urls[service] = try settings.endpoint(of: service, in: settings.region).description
      }
      return outcome
    } catch {
      return Outcome(isError: true)
    }
  }
}

@Suite struct SettingsRecordingTests {
  @Test func `there are enough cases, and every difference has a reason`() throws {
    let cases = try RecordedSettings.all.get()
    #expect(cases.count >= 55)
    #expect(Set(cases.map(\.name)).count == cases.count)
    #expect(cases.allSatisfy { ($0.here == nil) == ($0.why == nil) })
  }

  @Test(arguments: try RecordedSettings.all.get())
  func `Region and endpoints are those that botocore takes, but where they differ on purpose`(
    recorded: RecordedSettings
  ) {
    #expect(recorded.resolved() == recorded.expected)
  }
}
