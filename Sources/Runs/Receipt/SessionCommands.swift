import AppStream
import PlainText

/// The AWS CLI's commands that look for open sessions and end them, ready to be pasted into a POSIX shell.
struct SessionCommands {
  let region: String

  /// The commands for the people of `entries`: which fleets a stack has, whose sessions are open there, how one ends.
  ///
  /// A session is asked for by stack, fleet and user (DescribeSessions); what has to be filled in is in capitals.
  func commands(for entries: [Association]) -> [String] {
    guard !entries.isEmpty else { return [] }
    let stacks = Set(entries.map(\.stackName)).sorted()
    let where_ = "--region \(Self.quoted(region))"
    return stacks.map { "aws appstream list-associated-fleets --stack-name \(Self.quoted($0)) \(where_)" }
      + entries.map { entry in
        "aws appstream describe-sessions --stack-name \(Self.quoted(entry.stackName)) --fleet-name FLEET_NAME "
          + "--user-id \(Self.quoted(entry.userName)) "
          + "--authentication-type \(Self.quoted(entry.authenticationType.rawValue)) \(where_)"
      }
      + ["aws appstream expire-session --session-id SESSION_ID \(where_)"]
  }

  /// `text` as one word of a POSIX shell, with what a terminal could take for an order made visible.
  ///
  /// Nothing has a meaning within single quotes (POSIX, Shell Command Language, 2.2.2).
  static func quoted(_ text: String) -> String {
    let clean = Line(text).text
    let isPlain = !clean.isEmpty && clean.utf8.allSatisfy(isPlainByte)
    return isPlain
      ? clean : "'" + clean.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  private static func isPlainByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "@"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
