import ArgumentParser

/// What the program says to the shell when it ends.
enum ExitStatus: Int32, Comparable, CaseIterable {
  /// Everything asked for is done, or the list is complete, or a valid selection was empty.
  case success = 0
  /// An entry failed or was not sent, or an address was not found.
  case entriesFailed = 1
  /// The command line, a file or a name in it is wrong; nothing was sent.
  case usage = 2
  /// What became of an entry is not known.
  case unknownOutcome = 3
  /// Refused before anything was sent.
  case refused = 4
  /// No profile, Region or credentials, or the service could not be read.
  case unavailable = 5

  /// What it means, as the help and the manual page say it.
  var meaning: String {
    switch self {
    case .success: "done, or the list is complete, or a valid selection was empty"
    case .entriesFailed: "an entry failed or was not sent, or an address was not found"
    case .usage: "usage: nothing was sent"
    case .unknownOutcome: "what became of an entry is unknown"
    case .refused: "refused before sending"
    case .unavailable: "no profile, Region or credentials, or the service could not be read"
    }
  }

  var code: ExitCode { ExitCode(rawValue) }

  static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
