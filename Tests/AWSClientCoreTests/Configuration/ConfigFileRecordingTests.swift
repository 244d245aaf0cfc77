import PlainText
import TestSupport
import Testing

@testable import AWSClientCore

/// A configuration file, and what botocore reads from it; `Vectors/record-config-files.py` writes them.
struct RecordedConfigFile: Decodable, Sendable, CustomTestStringConvertible {
  struct Reading: Decodable, Sendable, Equatable {
    var sections: [String: [String: JSONValue]]
    var profiles: [String: [String: JSONValue]]
    var ssoSessions: [String: [String: JSONValue]]
    var services: [String: [String: JSONValue]]
  }

  var name: String
  var text: String
  /// `nil` where botocore refuses the file.
  var reading: Reading?
  /// Why such a file is read here all the same.
  var alsoHere: String?

  var testDescription: String { name }
  static let all = Result { try Recording.cases("config-files.json", of: RecordedConfigFile.self) }
}

@Suite struct ConfigFileRecordingTests {
  @Test func `there are enough files, each with its own name`() throws {
    let files = try RecordedConfigFile.all.get()
    #expect(files.count >= 70)
    #expect(Set(files.map(\.name)).count == files.count)
  }

  @Test(arguments: try RecordedConfigFile.all.get().filter { $0.reading != nil })
  func `a file is read as botocore reads it`(recorded: RecordedConfigFile) throws {
    let file = try ConfigFile(parsing: Array(recorded.text.utf8), path: "config")
    let named = NamedSections(file)
    let reading = RecordedConfigFile.Reading(
      sections: Dictionary(uniqueKeysWithValues: file.sectionsWithDefaults.map { ($0.name, $0.values) }),
      profiles: named.profiles.mapValues(\.values),
      ssoSessions: named.ssoSessions.mapValues(\.values),
      services: named.services.mapValues(\.values)
    )
    #expect(reading == recorded.reading)
    #expect(Set(named.profileNames) == Set(named.profiles.keys))
  }

  @Test(arguments: try RecordedConfigFile.all.get().filter { $0.reading == nil })
  func `a file that botocore refuses is refused, unless it is read on purpose`(recorded: RecordedConfigFile) {
    let bytes = Array(recorded.text.utf8)
    if recorded.alsoHere == nil {
      #expect(throws: ConfigFileError.self) { try ConfigFile(parsing: bytes, path: "config") }
    } else {
      #expect(throws: Never.self) { try ConfigFile(parsing: bytes, path: "config") }
    }
  }
}

extension ConfigFile.Section {
  /// Keys and values as botocore has them.
  fileprivate var values: [String: JSONValue] {
    Dictionary(
      uniqueKeysWithValues: entries.map { entry in
        (entry.key, entry.nested.isEmpty ? .string(entry.text) : .object(entry.nested.mapValues(JSONValue.string)))
      }
    )
  }
}
