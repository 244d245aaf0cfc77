/// Why a command ends before its work is done: a sentence and a status.
struct CommandFailure: Error, CustomStringConvertible {
  var status: ExitStatus
  var description: String
  /// What is to be read after it, a line each.
  var details: [String]

  init(_ status: ExitStatus, _ description: String, details: [String] = []) {
    self.status = status
    self.description = description
    self.details = details
  }
}
