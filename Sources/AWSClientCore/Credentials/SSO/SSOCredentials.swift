/// The keys of a role that IAM Identity Center gives to whoever has logged in with `aws sso login`.
///
/// Rules: botocore's `credentials.py:SSOProvider` and `SSOCredentialFetcher`.
struct SSOCredentials: CredentialSource {
  let name: String
  private let settings: CredentialSettings
  private let surroundings: CredentialSurroundings

  /// `nil` where the profile has nothing to do with IAM Identity Center.
  init?(_ settings: CredentialSettings, _ surroundings: CredentialSurroundings) {
    guard SSOSettings.areIn(settings.profile) else { return nil }
    self.settings = settings
    self.surroundings = surroundings
    name = "profile \(settings.profileName)"
  }

  func credentials() async throws(CredentialError) -> Credentials? {
    let sso = try SSOSettings(of: settings.profile, in: settings.profiles)
    guard let home = settings.environment.home else {
      throw unusable("there is no home directory in which the token of IAM Identity Center could be; set HOME")
    }
    let tokens = SSOTokenSource(
      settings: sso,
      profileName: settings.profileName,
      home: home,
      surroundings: surroundings
    )
    let token = try await tokens.token()
    let endpoint: Endpoint
    do throws(ConfigurationError) {
      endpoint = try surroundings.endpoint(.sso, sso.region)
    } catch {
      throw .settings(error)
    }
    let answer: KeyAnswer
    do throws(ServiceError) {
      let portal = SSOPortal(endpoint: endpoint, caller: TokenCaller(surroundings))
      answer = try await portal.roleCredentials(account: sso.account, role: sso.role, token: token)
    } catch .refused(let refusal) where refusal.status == 401 {
      throw unusable("IAM Identity Center does not accept the session any more; \(tokens.advice)")
    } catch {
      throw unusable(error.clause)
    }
    return try answer.credentials(.temporary, source: name)
  }

  private func unusable(_ reason: String) -> CredentialError {
    .unusable(source: name, reason: reason)
  }
}
