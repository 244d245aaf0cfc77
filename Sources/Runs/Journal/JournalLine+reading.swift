import FoundationEssentials
import PlainText

extension JournalLine {
  /// Why a line is not taken.
  enum Flaw: Error, Equatable {
    /// It is not as it was written; `reason` is a clause.
    case broken(reason: String)
    /// It was written by a later version of the program.
    case newer(version: Int)
  }

  /// Reads a line that follows the one whose hash is `previous`.
  ///
  /// What it says, written again, has to be the same bytes. That covers whatever JSON lets one write in two ways, its
  /// own `sha256`, and members that nobody asks for.
  init(_ bytes: [UInt8], after previous: String?) throws(Flaw) {
    let data = Data(bytes)
    guard let head = try? JSONDecoder.ofPlans.decodeForeign(Head.self, from: data) else {
      throw .broken(reason: "it is not an object of JSON with v, type and time")
    }
    guard head.v <= Self.version else { throw .newer(version: head.v) }
    guard head.previous == previous else { throw .broken(reason: "it does not follow the line before it") }
    guard let time = JournalTime.date(head.time) else { throw .broken(reason: "its time is none") }
    self.time = time
    clockSkew = head.clockSkew
    self.previous = previous
    content = try Self.content(head.type, data)
    guard self.bytes() == bytes else { throw .broken(reason: "its SHA-256 is not that of its text") }
  }

  /// The record that a line alone says it is, whatever stands before it; `nil` where it is none.
  static func unverifiedRecord(_ bytes: [UInt8]) -> RunRecord? {
    let data = Data(bytes)
    guard let head = try? JSONDecoder.ofPlans.decodeForeign(Head.self, from: data), head.type != "plan",
      case .record(let record)? = try? content(head.type, data)
    else { return nil }
    return record
  }

  private static func content(_ type: String, _ data: Data) throws(Flaw) -> Content {
    if type == "plan" {
      guard let line = try? JSONDecoder.ofPlans.decodeForeign(PlanMember.self, from: data) else {
        throw .broken(reason: "its plan is not one that this program can have written")
      }
      return .plan(line.plan)
    }
    guard let members = try? JSONDecoder.ofPlans.decodeForeign([String: JSONValue].self, from: data) else {
      throw .broken(reason: "it is not an object of JSON")
    }
    do {
      return .record(try RunRecord(type: type, RecordMembers(members: members)))
    } catch {
      throw .broken(reason: error.reason)
    }
  }

  private struct Head: Decodable {
    var v: Int
    var type: String
    var time: String
    var clockSkew: Int?
    var previous: String?
  }

  private struct PlanMember: Decodable {
    var plan: Plan
  }
}
