import FoundationEssentials
import Logging
import PlainText

/// Gives an access token that is good now: the one in the file, renewed when it is about to end.
///
/// Rules: botocore's `tokens.py:SSOTokenProvider`: only tokens of an `sso-session` can be renewed, and one that cannot
/// be renewed is used for as long as it lasts.
struct SSOTokenSource {
  /// A token with less time left than this is renewed.
  private static let window: TimeInterval = 15 * 60

  let settings: SSOSettings
  let profileName: String
  let home: String
  let context: CredentialContext

  private var source: String { "profile \(profileName)" }

  /// What helps when there is no good token.
  var advice: String { "run \"aws sso login --profile \(profileName)\"" }

  func token() async throws(CredentialError) -> Secret {
    let path = SSOToken.path(settings, home: home)
    let kept = try kept(path)
    let now = context.calls.serviceClock.time
    var failure: String?
    if settings.session != nil, kept.expiration.timeIntervalSince(now) < Self.window,
      let refreshToken = kept.refreshToken, let client = kept.client, client.expiration > now
    {
      do throws(ServiceError) {
        let renewed = try await renewed(refreshToken, client)
        save(renewed, path)
        return renewed.accessToken
      } catch {
        if let newer = newer(than: kept.accessToken) { return newer }
        failure = error.clause
      }
    }
    guard kept.expiration > context.calls.serviceClock.time else {
      let renewal = failure.map { ", and could not be renewed (\($0))" } ?? ""
      throw unusable("the session of IAM Identity Center has ended\(renewal); \(advice)")
    }
    if let failure { context.calls.logger.warning("SSO token not renewed", metadata: ["reason": "\(failure)"]) }
    return kept.accessToken
  }

  /// The good token that another program has written in the place of `token` meanwhile: a refresh token serves once, so
  /// of two programs that renew at the same time one is refused.
  func newer(than token: Secret) -> Secret? {
    let current: SSOToken
    do throws(CredentialError) {
      current = try kept(SSOToken.path(settings, home: home))
    } catch {
      // It has nothing newer then, and what was refused is what is told.
      context.calls.logger.warning("SSO token not read again", metadata: ["reason": "\(error)"])
      return nil
    }
    guard current.accessToken != token,
      current.expiration > context.calls.serviceClock.time
    else { return nil }
    return current.accessToken
  }

  private func kept(_ path: String) throws(CredentialError) -> SSOToken {
    let content: [UInt8]?
    do throws(FileError) {
      content = try context.host.files.contents(of: path)
    } catch {
      throw unusable(error.clause)
    }
    guard let content else { throw unusable("nobody has logged in to IAM Identity Center; \(advice)") }
    guard let token = SSOToken(content) else { throw unusable("\(path) holds no token; \(advice)") }
    return token
  }

  private func renewed(_ refreshToken: Secret, _ client: SSOToken.Client) async throws(ServiceError) -> SSOToken {
    let endpoint: Endpoint
    do throws(ConfigurationError) {
      endpoint = try context.network.endpoint(.ssoOIDC, settings.region)
    } catch {
      throw .credentials(.settings(error))
    }
    let service = SSOTokenService(endpoint: endpoint, caller: TokenCaller(context))
    let answer = try await service.renew(refreshToken, client: client)
    return SSOToken(
      accessToken: answer.accessToken,
      expiration: Date(
        clampedSeconds: context.calls.serviceClock.time.timeIntervalSince1970 + answer.expiresIn
      ),
      refreshToken: answer.refreshToken,
      client: client
    )
  }

  private func save(_ token: SSOToken, _ path: String) {
    do throws(FileWritingError) {
      try context.host.caches.replace(path, with: token.content(settings))
    } catch {
      // The token itself is good; what is lost is that other tools have it too.
      context.calls.logger.warning("SSO token not saved", metadata: ["reason": "\(error)"])
    }
  }

  private func unusable(_ reason: String) -> CredentialError {
    .unusable(source: source, reason: reason)
  }
}
