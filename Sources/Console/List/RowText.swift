import AppStream
import PlainText

/// What a row shows, safe for a terminal.
struct RowText: Sendable, Equatable {
  var user: String
  var stack: String
  var name: String
  var status: String

  init(_ row: Association, _ facts: UserFacts) {
    user = row.userName.visible
    stack = row.stackName.visible
    name = facts.name(of: row.userName).visible
    status = facts.status(of: row.userName).visible
  }
}
