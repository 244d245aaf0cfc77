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
    let (members, head) = try Self.parts(of: bytes)
    guard head.previous == previous else { throw .broken(reason: "it does not follow the line before it") }
    try self.init(members, head, bytes)
  }

  /// Reads a line that proves itself, whatever stands before it; `nil` where it does not.
  init?(provingItself bytes: [UInt8]) {
    do throws(Flaw) {
      let (members, head) = try Self.parts(of: bytes)
      try self.init(members, head, bytes)
    } catch {
      return nil
    }
  }

  private init(_ members: RecordMembers, _ head: Head, _ bytes: [UInt8]) throws(Flaw) {
    guard let time = JournalTime.date(head.time) else { throw .broken(reason: "its time is none") }
    self.time = time
    clockSkew = head.clockSkew
    previous = head.previous
    content = try Self.content(head.type, members)
    guard self.bytes() == bytes else { throw .broken(reason: "its SHA-256 is not that of its text") }
  }

  private static func parts(of bytes: [UInt8]) throws(Flaw) -> (members: RecordMembers, head: Head) {
    guard let members = RecordMembers(bytes[...]), let head = try? Head(members) else {
      throw .broken(reason: "it is not an object of JSON with v, type and time")
    }
    guard head.version <= version else { throw .newer(version: head.version) }
    return (members, head)
  }

  private static func content(_ type: String, _ members: RecordMembers) throws(Flaw) -> Content {
    if type == "plan" {
      guard let plan = members["plan"].flatMap({ Plan(json: $0) }) else {
        throw .broken(reason: "its plan is not one that this program can have written")
      }
      return .plan(plan)
    }
    do {
      return .record(try RunRecord(type: type, members))
    } catch {
      throw .broken(reason: error.reason)
    }
  }

  /// What every line has.
  private struct Head {
    var version: Int
    var type: String
    var time: String
    var clockSkew: Int?
    var previous: String?

    init(_ members: RecordMembers) throws(RecordMemberError) {
      version = try members.number("v")
      type = try members.text("type")
      time = try members.text("time")
      clockSkew = members["clockSkew"] == nil ? nil : try members.number("clockSkew")
      previous = members["previous"] == nil ? nil : try members.optionalText("previous")
    }
  }
}
