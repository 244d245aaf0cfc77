import FoundationEssentials
import Testing

/// One machine of `credentials.json`, and what became of looking for keys there; see `record-credentials.py`.
struct ConformanceCase: Decodable, Sendable, CustomTestStringConvertible {
  /// A key was found, or an error came.
  struct Outcome: Decodable, Equatable {
    var key: String?
    var error: String?
  }

  let name: String
  let files: [String: String]
  let environment: [String: String]
  let profile: String?
  /// The calls that botocore made.
  let calls: [String]
  /// What botocore found.
  let botocore: Outcome
  /// What this program finds instead, on purpose.
  let ours: Outcome?
  /// Why that is so.
  let because: String?

  var testDescription: String { name }

  /// Every case.
  static let all: [ConformanceCase] = {
    struct Table: Decodable {
      let cases: [ConformanceCase]
    }
    do {
      return try JSONDecoder().decode(Table.self, from: Data(PackageResources.credentials_json)).cases
    } catch {
      Issue.record("credentials.json cannot be read: \(error)")
      return []
    }
  }()
}
