import FoundationEssentials
import Logging

/// The credentials of somebody who has logged in with `aws login`: 15 minutes each, renewed for up to twelve hours.
///
/// Rules: botocore's `credentials.py:LoginProvider` and `LoginCredentialFetcher`.
struct LoginCredentials: CredentialSource {
  /// Credentials with no more time left than this are renewed.
  private static let window: TimeInterval = 5 * 60

  let name: String
  private let session: String
  private let advice: String
  private let settings: CredentialSettings
  private let context: CredentialContext

  /// `nil` where the profile names no session.
  init?(_ settings: CredentialSettings, _ context: CredentialContext) {
    guard let session = settings.profile["login_session"] else { return nil }
    self.session = session
    self.settings = settings
    self.context = context
    name = "profile \(settings.profileName)"
    advice = "run \"aws login --profile \(settings.profileName)\""
  }

  func credentials() async throws(CredentialError) -> Credentials? {
    guard let path = LoginSession.path(session, settings.environment) else {
      throw unusable("there is no home directory in which the session of \"aws login\" could be; set HOME")
    }
    let kept = try kept(path)
    let left = kept.credentials.expiration?.timeIntervalSince(context.calls.serviceClock.time) ?? 0
    if left > Self.window, kept.credentials.accessKeyID != settings.search.refusedKeyID { return kept.credentials }
    return try await renewed(kept, path)
  }

  private func kept(_ path: String) throws(CredentialError) -> LoginSession {
    let content: [UInt8]?
    do throws(FileError) {
      content = try context.host.files.contents(of: path)
    } catch {
      throw unusable(error.clause)
    }
    guard let content else { throw unusable("nobody has logged in with \"aws login\"; \(advice)") }
    return try LoginSession(content, source: name, advice: advice)
  }

  /// The good credentials that another program has written in the place of `credentials` meanwhile: a refresh token
  /// serves once.
  private func newer(than credentials: Credentials, _ path: String) -> Credentials? {
    let current: Credentials
    do throws(CredentialError) {
      current = try kept(path).credentials
    } catch {
      // It has nothing newer then, and the refusal is what is told.
      context.calls.logger.warning("login session not read again", metadata: ["reason": "\(error)"])
      return nil
    }
    guard current.accessKeyID != credentials.accessKeyID,
      current.accessKeyID != settings.search.refusedKeyID, let end = current.expiration,
      end > context.calls.serviceClock.time
    else { return nil }
    return current
  }

  private func renewed(_ kept: LoginSession, _ path: String) async throws(CredentialError) -> Credentials {
    let endpoint: Endpoint
    do throws(ConfigurationError) {
      endpoint = try context.network.endpoint(.signIn, kept.region ?? settings.region)
    } catch {
      throw .settings(error)
    }
    let renewed: SignInClient.Renewed
    do throws(ServiceError) {
      let client = SignInClient(endpoint: endpoint, caller: TokenCaller(context))
      renewed = try await client.renew(kept.refreshToken, clientID: kept.clientID, key: kept.key)
    } catch {
      if let newer = newer(than: kept.credentials, path) { return newer }
      throw unusable(reason(error))
    }
    let answer = ReceivedCredentials(
      accessKeyID: renewed.credentials.accessKeyID,
      secretAccessKey: renewed.credentials.secretAccessKey,
      sessionToken: renewed.credentials.sessionToken,
      expiration: Date(
        clampedSeconds: context.calls.serviceClock.time.timeIntervalSince1970 + renewed.expiresIn
      )
    )
    let credentials = try answer.credentials(.temporary, source: name)
    do throws(FileWritingError) {
      try context.host.caches.replace(path, with: kept.content(credentials, renewed.refreshToken))
    } catch {
      // The credentials themselves are good; what is lost is that the session can be renewed once more.
      context.calls.logger.warning("login session not saved", metadata: ["reason": "\(error)"])
    }
    return credentials
  }

  private func reason(_ error: ServiceError) -> String {
    guard case .refused(let refusal) = error else { return error.clause }
    switch refusal.code {
    case "TOKEN_EXPIRED": return "the session of \"aws login\" has ended; \(advice)"
    case "USER_CREDENTIALS_CHANGED": return "the password or the credentials of the user have changed; \(advice)"
    case "INSUFFICIENT_PERMISSIONS": return "IAM does not allow signin:CreateOAuth2Token, which renews the session"
    default: return "\(error.clause); \(advice)"
    }
  }

  private func unusable(_ reason: String) -> CredentialError {
    .unusable(source: name, reason: reason)
  }
}
