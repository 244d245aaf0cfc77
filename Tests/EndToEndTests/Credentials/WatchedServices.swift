import AWSClientCore
import FoundationEssentials
import TerminalTesting
import TestSupport

/// The services that credentials come from, on a port, with every secret of theirs made known to ``SecretWatch``.
enum WatchedServices {
  /// Runs them while `body` runs, which is given them and their port.
  ///
  /// - Parameter keys: What they give, one after the other.
  static func run(
    keys: [Credentials],
    _ change: (inout CredentialServices.Rules) -> Void = { _ in },
    _ body: (CredentialServices, Int) async throws -> Void
  ) async throws {
    let services = CredentialServices { Date() }
    services.change { rules in
      rules.keys = keys
      // Long enough to be found nowhere else.
      rules.mfaCode = "2718281828"
      change(&rules)
      for secret in rules.secrets { SecretWatch.add(secret) }
    }
    try await ServicesServer.run(services) { port in try await body(services, port) }
  }
}
