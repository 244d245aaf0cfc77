import Algorithms
import PlainText

/// The credentials of a role that is taken on with a token file, as in Kubernetes pods and CI jobs.
///
/// Rules: botocore's `credentials.py:AssumeRoleWithWebIdentityProvider`: each of the three variables has precedence
/// over the key of the profile, unless the profile was chosen by hand.
struct WebIdentityCredentials: CredentialSource {
  let name: String
  private let tokenFile: String
  private let arn: String?
  private let sessionName: String?
  private let names: RoleSettingNames
  private let settings: CredentialSettings
  private let context: CredentialContext

  /// `nil` where no token file is set.
  init?(_ settings: CredentialSettings, _ context: CredentialContext) {
    func setting(_ variable: String, _ key: String) -> String? {
      (settings.isProfileExplicit ? nil : settings.environment[variable]) ?? settings.profile[key]
    }
    let variable = "AWS_WEB_IDENTITY_TOKEN_FILE"
    guard let tokenFile = setting(variable, "web_identity_token_file") else { return nil }
    let isFromEnvironment = !settings.isProfileExplicit && settings.environment[variable] != nil
    name = isFromEnvironment ? "the environment" : "profile \(settings.profileName)"
    self.tokenFile = tokenFile
    arn = setting("AWS_ROLE_ARN", "role_arn")
    sessionName = setting("AWS_ROLE_SESSION_NAME", "role_session_name")
    func place(_ variable: String, _ key: String) -> String {
      !settings.isProfileExplicit && settings.environment[variable] != nil ? variable : key
    }
    names = RoleSettingNames(
      arn: place("AWS_ROLE_ARN", "role_arn"),
      sessionName: place("AWS_ROLE_SESSION_NAME", "role_session_name")
    )
    self.settings = settings
    self.context = context
  }

  func credentials() async throws(CredentialError) -> Credentials? {
    guard let arn else {
      throw .unusable(
        source: name,
        reason: "a web identity token file is set without a role; set AWS_ROLE_ARN or role_arn"
      )
    }
    let request = RoleRequest(arn: arn, sessionName: sessionName)
    if let kept = RoleCache(settings, context).credentials(request) { return kept }
    let token = try token()
    let client: RoleClient
    do throws(ConfigurationError) {
      client = try RoleClient(region: settings.region, context)
    } catch {
      throw .settings(error)
    }
    let answer: ReceivedCredentials
    do throws(ServiceError) {
      answer = try await client.assume(request, withToken: token)
    } catch {
      throw .unusable(source: name, reason: error.clause(naming: request, names))
    }
    return try answer.credentials(.temporary, source: name)
  }

  /// The token as it is in the file now: whoever writes it there replaces it before it ends.
  private func token() throws(CredentialError) -> Secret {
    let content: [UInt8]?
    do throws(FileError) {
      content = try context.host.files.contents(of: tokenFile)
    } catch {
      throw .unusable(source: name, reason: error.clause)
    }
    guard let content else {
      throw .unusable(source: name, reason: "the web identity token file \(tokenFile) does not exist")
    }
    let token = String(decoding: content, as: UTF8.self).trimmingSuffix(while: \.isWhitespace)
    guard !token.isEmpty else {
      throw .unusable(source: name, reason: "the web identity token file \(tokenFile) is empty")
    }
    return Secret(String(token))
  }
}

extension FileError {
  /// What happened, as a clause.
  var clause: String {
    switch self {
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
    }
  }
}
