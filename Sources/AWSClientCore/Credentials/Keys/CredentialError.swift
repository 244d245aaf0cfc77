public import FoundationEssentials

/// Why there are no credentials to sign with.
public enum CredentialError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No source had any; `asked` names each of them.
  case noneFound(asked: [String])
  /// A source has something that cannot be used; `reason` is a clause.
  case unusable(source: String, reason: String)
  /// The only credentials to be had have ended.
  case ended(at: Date)
  /// AWS's files cannot be read any more.
  case settings(ConfigurationError)
  /// The task that waited was cancelled.
  case cancelled

  /// What happened, to what, and what to do next, as a sentence.
  public var description: String {
    switch self {
    case .noneFound(let asked):
      "No AWS credentials were found. Asked: \(asked.joined(separator: ", ")). "
        + "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with --profile."
    case .unusable(let source, let reason):
      "The credentials in \(source) cannot be used: \(reason)."
    case .ended(let date):
      "The AWS credentials ended at \(date.formatted(.iso8601)), and there are no newer ones. Renew them."
    case .settings(let error):
      error.description
    case .cancelled:
      "The search for AWS credentials was cancelled."
    }
  }
}
