import AppStream
import FoundationEssentials
import PlainText
import TestSupport
import Testing

@testable import AWSClientCore

/// The test suites that AWS's SDKs share for the profile files and for where they are, as data in `sdk-profiles.json`,
/// whose head names its source and licence.
struct SDKProfileTable: Decodable {
  /// Two files, and the profiles in them; `nil` where they cannot be read.
  struct Files: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let config: String?
    let credentials: String?
    let profiles: [String: [String: JSONValue]]?
    /// What is read here instead, on purpose.
    let ours: [String: [String: JSONValue]]?
    /// Why.
    let because: String?

    var testDescription: String { name }
  }

  /// Where the files are looked for.
  struct Place: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let environment: [String: String]
    /// The home directory that the machine knows of.
    let home: String?
    let profile: String
    let config: String
    let credentials: String

    var testDescription: String { name }
  }

  let files: [Files]
  let places: [Place]

  static let all = Result { try JSONDecoder().decode(Self.self, from: Data(PackageResources.sdk_profiles_json)) }
}

@Suite struct SDKProfileTests {
  @Test(arguments: try SDKProfileTable.all.get().files)
  func `two files hold the profiles that other SDKs find in them, or others on purpose`(
    files: SDKProfileTable.Files
  ) throws {
    let environment = ProcessEnvironment(variables: ["HOME": "/home/ana"])
    let contents = MemoryFiles([
      "/home/ana/.aws/config": files.config ?? "", "/home/ana/.aws/credentials": files.credentials ?? "",
    ])
    #expect((files.ours == nil) == (files.because == nil))
    guard let expected = files.ours ?? files.profiles else {
      #expect(throws: ConfigurationError.self) { try Profiles(environment: environment, files: contents) }
      return
    }
    let profiles = try Profiles(environment: environment, files: contents)
    let found = profiles.names.map { name in (name, profiles.profile(named: name)?.values ?? [:]) }
    #expect(Dictionary(uniqueKeysWithValues: found) == expected)
  }

  @Test func `what differs on purpose is the smaller part`() throws {
    let files = try SDKProfileTable.all.get().files
    #expect(files.count == 67)
    #expect(files.count { $0.ours != nil } == 15)
    #expect(files.allSatisfy { $0.ours == nil || $0.ours != $0.profiles })
  }

  @Test(arguments: try SDKProfileTable.all.get().places)
  func `the files are looked for where other SDKs look for them`(place: SDKProfileTable.Place) throws {
    let environment = ProcessEnvironment(variables: place.environment, registeredHome: place.home)
    let files = MemoryFiles([place.config: "[profile \(place.profile)]\nregion = eu-west-1\n"])
    let settings = try ClientSettings.resolve(
      .appStream,
      options: ClientOptions(),
      environment: environment,
      files: files
    )
    #expect(settings.profiles.configPath == place.config)
    #expect(settings.profiles.credentialsPath == place.credentials)
    #expect(settings.profileName == place.profile)
    #expect(settings.region == "eu-west-1")
  }
}

extension Profile {
  /// The settings of both files, as the shared suites write them.
  fileprivate var values: [String: JSONValue] {
    let entries = (inConfigFile?.entries ?? []) + (inCredentialsFile?.entries ?? [])
    return Dictionary(
      entries.map { entry in
        (entry.key, entry.nested.isEmpty ? .string(entry.text) : .object(entry.nested.mapValues(JSONValue.string)))
      },
      uniquingKeysWith: { $1 }
    )
  }
}
