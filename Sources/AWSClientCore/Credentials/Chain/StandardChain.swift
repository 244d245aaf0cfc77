extension CredentialChain {
  /// The chain that AWS's own tools ask, in their order.
  ///
  /// Order: botocore's `credentials.py:create_credential_resolver`. A profile that was chosen on the command line takes
  /// the environment's credentials out; `AWS_PROFILE` does not. Sources that nothing is set for are left out; so are
  /// the files of tools long gone, `AWS_CREDENTIAL_FILE` and `BOTO_CONFIG`.
  public static func standard(
    _ settings: CredentialSettings,
    _ context: CredentialContext
  ) -> CredentialChain {
    let sources: [(any CredentialSource)?] = [
      settings.isProfileExplicit ? nil : EnvironmentCredentials(settings.environment),
      AssumedRoleCredentials(settings, context),
    ]
    return CredentialChain(
      sources.compactMap(\.self) + ofProfile(settings, context) + ofMachine(settings, context)
    )
  }

  /// What one profile has by itself; profiles that others take their credentials from are asked for no more than this.
  static func ofProfile(
    _ settings: CredentialSettings,
    _ context: CredentialContext
  ) -> [any CredentialSource] {
    let sources: [(any CredentialSource)?] = [
      WebIdentityCredentials(settings, context),
      SSOCredentials(settings, context),
      SharedFileCredentials(.credentials, of: settings),
      LoginCredentials(settings, context),
      ProcessCredentials(settings, context),
      SharedFileCredentials(.config, of: settings),
    ]
    return sources.compactMap(\.self)
  }

  private static func ofMachine(
    _ settings: CredentialSettings,
    _ context: CredentialContext
  ) -> [any CredentialSource] {
    let sources: [(any CredentialSource)?] = [
      ContainerCredentials(settings, context), InstanceMetadataCredentials(settings, context),
    ]
    return sources.compactMap(\.self)
  }
}

/// Asks the standard chain as the files and the environment have it at that moment.
public struct StandardCredentials: Sendable {
  private let settings: CredentialSettings
  private let context: CredentialContext

  /// Asks for the profile and Region of `settings`.
  public init(_ settings: CredentialSettings, _ context: CredentialContext) {
    self.settings = settings
    self.context = context
  }

  /// Credentials, found anew.
  ///
  /// - Throws: ``CredentialError`` of a source that is broken, or of the end of the chain.
  public func credentials(_ search: CredentialSearch) async throws(CredentialError) -> Credentials {
    let current: CredentialSettings
    do throws(ConfigurationError) {
      current = try settings.readAgain(context.host.files, for: search)
    } catch {
      throw .settings(error)
    }
    return try await CredentialChain.standard(current, context).credentials()
  }
}
