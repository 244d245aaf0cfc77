import Algorithms

/// What a profile says about IAM Identity Center.
///
/// Rules: botocore's `credentials.py:SSOProvider._load_sso_config`.
struct SSOSettings: Equatable {
  let account: String
  let role: String
  let startURL: String
  let region: String
  /// The name of the `sso-session` section; `nil` in the older form, whose tokens cannot be renewed.
  let session: String?

  /// Whether `profile` asks for credentials this way.
  static func areIn(_ profile: Profile) -> Bool {
    profile["sso_role_name"] != nil || profile["sso_account_id"] != nil
  }

  /// Reads the settings of `profile`, together with those of its `sso-session`.
  ///
  /// - Throws: ``CredentialError/unusable(source:reason:)`` when one is missing, or two contradict each other.
  init(of profile: Profile, in profiles: Profiles) throws(CredentialError) {
    func unusable(_ reason: String) -> CredentialError {
      .unusable(source: "profile \(profile.name)", reason: reason)
    }
    session = profile["sso_session"]
    var section: ConfigFile.Section?
    if let session {
      do throws(ConfigurationError) {
        try profiles.check(.ssoSession(session))
      } catch {
        throw .settings(error)
      }
      section = profiles.ssoSession(named: session)
      guard section != nil else {
        throw unusable("it has sso_session = \(session), but there is no section [sso-session \(session)]")
      }
    }
    var missing: [String] = []
    func setting(_ key: String) throws(CredentialError) -> String {
      let (own, shared) = (profile[key], section?[key].map(\.text))
      if let own, let shared, own != shared {
        throw unusable("\(key) is not the same in the profile and in its sso-session; remove one of the two")
      }
      guard let value = own ?? shared, !value.isEmpty else {
        missing.append(key)
        return ""
      }
      return value
    }
    role = try setting("sso_role_name")
    account = try setting("sso_account_id")
    startURL = try setting("sso_start_url")
    region = try setting("sso_region")
    guard missing.isEmpty else {
      throw unusable("it is set up for IAM Identity Center without \(missing.joined(separator: ", "))")
    }
    do throws(ConfigurationError) {
      _ = try Region.checked(region)
    } catch {
      throw unusable("sso_region cannot be used: \(error.description.trimmingSuffix { $0 == "." })")
    }
  }

  /// What names the file of the token: the session, or the start URL in the older form.
  var tokenName: String { session ?? startURL }
}
