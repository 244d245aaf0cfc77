extension CredentialChain {
  /// The chain that AWS's own tools ask, in their order.
  ///
  /// Order: botocore's `credentials.py:create_credential_resolver`. A profile that was chosen on the command line takes
  /// the environment's keys out; `AWS_PROFILE` does not.
  public static func standard(_ settings: ClientSettings) -> CredentialChain {
    let sources: [(any CredentialSource)?] = [
      settings.isProfileExplicit ? nil : EnvironmentCredentials(settings.environment),
      unsupportedRole(settings),
      unsupportedWebIdentity(settings),
      unsupported("IAM Identity Center", ["sso_role_name", "sso_account_id"], settings),
      SharedFileCredentials(.credentials, of: settings),
      unsupported("\"aws login\"", ["login_session"], settings),
      unsupported("a credential process", ["credential_process"], settings),
      SharedFileCredentials(.config, of: settings),
    ]
    return CredentialChain(sources.compactMap(\.self))
  }

  /// With a token file, `role_arn` is the role of a web identity.
  private static func unsupportedRole(_ settings: ClientSettings) -> UnsupportedCredentials? {
    guard settings.profile["web_identity_token_file"] == nil else { return nil }
    return unsupported("an assumed role", ["role_arn"], settings)
  }

  private static func unsupportedWebIdentity(_ settings: ClientSettings) -> UnsupportedCredentials? {
    let variable = "AWS_WEB_IDENTITY_TOKEN_FILE"
    if !settings.isProfileExplicit, settings.environment[variable] != nil {
      return UnsupportedCredentials(name: "the environment", setting: variable, way: "a web identity")
    }
    return unsupported("a web identity", ["web_identity_token_file"], settings)
  }

  private static func unsupported(
    _ way: String,
    _ keys: [String],
    _ settings: ClientSettings
  ) -> UnsupportedCredentials? {
    guard let key = keys.first(where: { settings.profile[$0] != nil }) else { return nil }
    return UnsupportedCredentials(name: "profile \(settings.profileName)", setting: key, way: way)
  }
}
