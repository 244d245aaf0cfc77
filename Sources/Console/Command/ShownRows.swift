import AWSClientCore
import AppStream
package import PlainText
import Runs

/// The rows that a list shows, as they are when they are to be written to a file.
///
/// It shares what the list holds, so that it is made at once however many rows there are.
package struct ShownRows: Sendable, Equatable {
  private let list: ListState
  private let estate: Estate

  init(_ list: ListState, _ estate: Estate) {
    self.list = list
    self.estate = estate
  }

  /// The names of the columns: the service's, where it has one, so that what is written can be read as a selection.
  package static let columns = [
    "StackName", "UserName", "AuthenticationType", "FirstName", "LastName", "Status", "Enabled", "Marked", "Outcome",
    "ErrorCode", "ErrorMessage", "RequestId",
  ]

  /// The rows, each with a value for every column; absent ones are `null`.
  package var rows: [[JSONValue]] {
    list.shown.map { id in
      let row = estate.table[id]
      let user = estate.user(named: row.userName)
      let result = list.results[id, estate.table]
      return [
        .string(row.stackName), .string(row.userName), .string(row.authenticationType.rawValue),
        .optional(user?.firstName), .optional(user?.lastName), .optional(user?.status), .optional(user?.enabled),
        .boolean(list.marks.contains(id)), .optional(result?.word), .optional(result?.error?.code),
        .optional(result?.error?.message), .optional(result?.requestID),
      ]
    }
  }
}
