import PlainText

/// The credentials of a role that a profile asks for with `role_arn`.
///
/// Rules: botocore's `credentials.py:AssumeRoleProvider`, except that an MFA code is asked for again when the
/// credentials end.
struct AssumedRoleCredentials: CredentialSource {
  let name: String
  private let settings: CredentialSettings
  private let context: CredentialContext

  /// `nil` where the profile asks for no role.
  init?(_ settings: CredentialSettings, _ context: CredentialContext) {
    guard RoleSettings.areIn(settings.profile) else { return nil }
    self.settings = settings
    self.context = context
    name = "profile \(settings.profileName)"
  }

  func credentials() async throws(CredentialError) -> Credentials? {
    try await role(of: settings.profile, visited: [settings.profileName])
  }

  private func role(
    of profile: Profile,
    visited: [String],
    readsCache: Bool = true
  ) async throws(CredentialError) -> Credentials {
    let place = "profile \(profile.name)"
    let role = try RoleSettings(of: profile, in: settings.profiles, visited: visited)
    if readsCache, let kept = RoleCache(settings, context).credentials(role.request) { return kept }
    let source = try await sourceCredentials(for: role, in: place, visited)
    let code = try await mfaCode(for: role.request, in: place)
    let client: RoleClient
    do throws(ConfigurationError) {
      client = try RoleClient(region: settings.region, context)
    } catch {
      throw .settings(error)
    }
    let answer: ReceivedCredentials
    do throws(ServiceError) {
      answer = try await client.assume(role.request, as: source, tokenCode: code)
    } catch {
      guard case .refused(let refusal) = error, refusal.isOfCredentials, code == nil,
        let next = nextRole(after: role)
      else {
        throw .unusable(source: place, reason: error.clause(naming: role.request))
      }
      // The credentials of the role before it may be out of the cache, and taken back since.
      let anew = try await self.role(of: next, visited: visited + [next.name], readsCache: false)
      do throws(ServiceError) {
        answer = try await client.assume(role.request, as: anew, tokenCode: nil)
      } catch {
        throw .unusable(source: place, reason: error.clause(naming: role.request))
      }
    }
    return try answer.credentials(.temporary, source: place)
  }

  /// The profile whose role has to be taken on first, if there is one.
  private func nextRole(after role: RoleSettings) -> Profile? {
    guard
      case .profile(let name) = role.origin,
      let profile = settings.profiles.profile(named: name),
      RoleSettings.areIn(profile), !RoleSettings.hasCredentials(profile)
    else { return nil }
    return profile
  }

  private func sourceCredentials(
    for role: RoleSettings,
    in place: String,
    _ visited: [String]
  ) async throws(CredentialError) -> Credentials {
    if let next = nextRole(after: role) {
      return try await self.role(of: next, visited: visited + [next.name])
    }
    switch role.origin {
    case .profile(let name):
      let sources = CredentialChain.ofProfile(settings.ofSource(name), context)
      for source in sources {
        guard var found = try await source.credentials() else { continue }
        found.source = source.name
        return found
      }
      throw .unusable(source: place, reason: "its source_profile \"\(name)\" has no credentials")
    case .source(let named):
      if let found = try await source(named)?.credentials() { return found }
      throw .unusable(source: place, reason: "its credential_source \(named.rawValue) has no credentials")
    }
  }

  private func source(_ named: RoleSettings.NamedSource) -> (any CredentialSource)? {
    switch named {
    case .environment: EnvironmentCredentials(settings.environment)
    case .container: ContainerCredentials(settings, context)
    case .instanceMetadata: InstanceMetadataCredentials(settings, context)
    }
  }

  private func mfaCode(for request: RoleRequest, in place: String) async throws(CredentialError) -> Secret? {
    guard let serial = request.mfaSerial else { return nil }
    guard settings.search.mayAskPerson else {
      throw .unusable(
        source: place,
        reason: "its role needs a code, which nobody is asked for while the credentials are good"
      )
    }
    guard let code = await context.mfaCode(serial), !code.exposed.isEmpty else {
      throw .unusable(source: place, reason: "its role needs a code of the MFA device \(serial), and none was given")
    }
    return code
  }
}
