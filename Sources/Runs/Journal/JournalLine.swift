import Crypto
import FoundationEssentials
import PlainText

/// One line of a journal: a JSON object with sorted keys and no white space, in UTF-8.
///
/// Every line has `v` (1), `type`, `time`, `previous` (the SHA-256 of the line before without its newline, or `null` in
/// the first) and `sha256`: that of the line as it would be without this member, so that the last line, which no other
/// speaks of, proves itself too. Where this machine's clock was found to be wrong, `clockSkew` says by how many seconds
/// AWS's was ahead of it. The rest are the members of what happened.
struct JournalLine: Sendable, Equatable {
  /// The version of the format.
  static let version = 1

  /// What a line says.
  enum Content: Sendable, Equatable {
    /// The plan, which is the first line.
    case plan(Plan)
    /// What happened.
    case record(RunRecord)
  }

  /// When it was written.
  var time: Date
  /// By how many seconds AWS's clock was found to be ahead of the one that ``time`` is from.
  var clockSkew: Int?
  /// The SHA-256 of the line before.
  var previous: String?
  /// What it says.
  var content: Content

  /// The line, without a newline.
  func bytes() -> [UInt8] {
    var members = members
    members["sha256"] = .value(.string(SHA256.hash(data: Self.encoded(members)).hexadecimal))
    return Array(Self.encoded(members))
  }

  /// The SHA-256 of a line, in hexadecimal, as the next line repeats it.
  static func hash(of line: some Sequence<UInt8>) -> String {
    SHA256.hash(data: Data(line)).hexadecimal
  }

  private var members: [String: Member] {
    var members: [String: Member] = [
      "v": .value(.integer(Self.version)),
      "time": .value(.string(JournalTime.text(of: time))),
      "previous": .value(.optional(previous)),
    ]
    if let clockSkew { members["clockSkew"] = .value(.integer(clockSkew)) }
    switch content {
    case .plan(let plan):
      members["type"] = .value(.string("plan"))
      members["plan"] = .plan(plan)
    case .record(let record):
      members["type"] = .value(.string(record.typeName))
      for (name, value) in record.members { members[name] = .value(value) }
    }
    return members
  }

  private static func encoded(_ members: [String: Member]) -> Data {
    // Lines hold texts, whole numbers and dates only, all of which JSON can carry.
    guard let bytes = try? JSONEncoder.ofPlans.encode(members) else {
      preconditionFailure("a line of a journal is always writable as JSON")
    }
    return bytes
  }

  private enum Member: Encodable {
    case value(JSONValue)
    case plan(Plan)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .value(let value): try value.encode(to: encoder)
      case .plan(let plan): try plan.encode(to: encoder)
      }
    }
  }
}
