/// The credentials of a role that IAM Identity Center gives to whoever has logged in with `aws sso login`.
///
/// Rules: botocore's `credentials.py:SSOProvider` and `SSOCredentialFetcher`.
struct SSOCredentials: CredentialSource {
  let name: String
  private let settings: CredentialSettings
  private let context: CredentialContext

  /// `nil` where the profile has nothing to do with IAM Identity Center.
  init?(_ settings: CredentialSettings, _ context: CredentialContext) {
    guard SSOSettings.areIn(settings.profile) else { return nil }
    self.settings = settings
    self.context = context
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
      context: context
    )
    var token = try await tokens.token()
    let endpoint: Endpoint
    do throws(ConfigurationError) {
      endpoint = try context.network.endpoint(.sso, sso.region)
    } catch {
      throw .settings(error)
    }
    let portal = SSOPortal(endpoint: endpoint, caller: TokenCaller(context))
    while true {
      do throws(ServiceError) {
        let answer = try await portal.roleCredentials(account: sso.account, role: sso.role, token: token)
        return try credentials(answer)
      } catch .refused(let refusal) where refusal.status == 401 {
        guard let newer = tokens.newer(than: token) else {
          throw unusable("IAM Identity Center does not accept the session any more; \(tokens.advice)")
        }
        token = newer
      } catch .credentials(let error) {
        throw error
      } catch {
        throw unusable(error.clause)
      }
    }
  }

  private func credentials(_ answer: ReceivedCredentials) throws(ServiceError) -> Credentials {
    do throws(CredentialError) {
      return try answer.credentials(.temporary, source: name)
    } catch {
      throw .credentials(error)
    }
  }

  private func unusable(_ reason: String) -> CredentialError {
    .unusable(source: name, reason: reason)
  }
}
