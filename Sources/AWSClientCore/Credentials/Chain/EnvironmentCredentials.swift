import FoundationEssentials

/// Credentials in environment variables.
///
/// Rules: botocore's `credentials.py:EnvProvider`; unlike there, a secret key without its id is an error too.
public struct EnvironmentCredentials: CredentialSource {
  private let environment: ProcessEnvironment

  /// Looks into `environment`.
  public init(_ environment: ProcessEnvironment) {
    self.environment = environment
  }

  /// "the environment".
  public var name: String { "the environment" }

  /// The credentials in `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`, or `nil` without them.
  ///
  /// - Throws: ``CredentialError/unusable(source:reason:)`` when one of a pair is missing or malformed.
  public func credentials() async throws(CredentialError) -> Credentials? {
    let token = ["AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN"].first { environment[$0] != nil }
    let found = try WrittenCredentials(source: name).credentials(
      id: part("AWS_ACCESS_KEY_ID"),
      secret: part("AWS_SECRET_ACCESS_KEY"),
      token: token.map(part)
    )
    guard var found else { return nil }
    found.expiration = try expiration()
    return found
  }

  private func part(_ variable: String) -> WrittenCredentials.Part {
    WrittenCredentials.Part(name: variable, value: environment[variable])
  }

  private func expiration() throws(CredentialError) -> Date? {
    let variable = "AWS_CREDENTIAL_EXPIRATION"
    guard let text = environment[variable] else { return nil }
    guard let date = Timestamp.date(text) else {
      throw .unusable(source: name, reason: "\(variable) is not a time such as 2026-11-22T14:00:00Z")
    }
    return date
  }
}
