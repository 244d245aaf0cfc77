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
    var json = JSONBytes()
    var place = 0
    json.object { json in
      for member in members.sorted(by: { $0.name < $1.name }) {
        member.write(to: &json)
        if member.name < Self.proof { place = json.bytes.count }
      }
    }
    // There is always a member before it, `previous`, and one behind it, `time`.
    let hash = SHA256.hash(data: json.bytes).hexadecimal
    var bytes = json.bytes
    bytes.insert(contentsOf: ",\"\(Self.proof)\":\"\(hash)\"".utf8, at: place)
    return bytes
  }

  /// The SHA-256 of a line, in hexadecimal, as the next line repeats it.
  static func hash(of line: some Collection<UInt8>) -> String {
    SHA256.hash(data: Array(line)).hexadecimal
  }

  /// The name of the member that proves the others.
  private static let proof = "sha256"

  private var members: [JournalMember] {
    let common: [JournalMember] = [
      .init("v", .integer(Self.version)), .init("time", .text(JournalTime.text(of: time))),
      .init("previous", .text(previous)),
    ]
    let skew = clockSkew.map { [JournalMember("clockSkew", .integer($0))] } ?? []
    switch content {
    case .plan(let plan): return common + skew + [.init("type", .text("plan")), .init("plan", .plan(plan))]
    case .record(let record): return common + skew + [.init("type", .text(record.typeName))] + record.members
    }
  }
}
