import Algorithms
import PlainText

/// How a profile's role is taken on, and with whose credentials.
///
/// Rules: botocore's `credentials.py:AssumeRoleProvider`.
struct RoleSettings: Equatable {
  /// Where the credentials come from that the role is asked for with.
  enum Origin: Equatable {
    /// Another profile, or the credentials of the same one.
    case profile(String)
    /// A source that is not in the files.
    case source(NamedSource)
  }

  /// What `credential_source` may say.
  enum NamedSource: String, CaseIterable {
    case environment = "Environment"
    case container = "EcsContainer"
    case instanceMetadata = "Ec2InstanceMetadata"
  }

  let request: RoleRequest
  let origin: Origin

  /// Whether `profile` asks for a role this way; with a token file, `role_arn` is the role of a web identity.
  static func areIn(_ profile: Profile) -> Bool {
    profile["role_arn"] != nil && profile["web_identity_token_file"] == nil
  }

  /// Whether `profile` has credentials of its own, which then come before its role when another profile builds on it.
  static func hasCredentials(_ profile: Profile) -> Bool {
    profile["aws_access_key_id"] != nil || profile["aws_secret_access_key"] != nil
  }

  /// Reads the settings of `profile`.
  ///
  /// - Parameter visited: The profiles on the way here, `profile` included.
  /// - Throws: ``CredentialError/unusable(source:reason:)`` when they contradict each other, or lead back to
  ///   themselves.
  init(of profile: Profile, in profiles: Profiles, visited: [String]) throws(CredentialError) {
    func unusable(_ reason: String) -> CredentialError {
      .unusable(source: "profile \(profile.name)", reason: reason)
    }
    switch (profile["source_profile"], profile["credential_source"]) {
    case (.some, .some):
      throw unusable("it has both source_profile and credential_source; remove one of the two")
    case (nil, nil):
      throw unusable("it has role_arn without source_profile or credential_source; add one of the two")
    case (nil, .some(let name)):
      guard let source = NamedSource(rawValue: name) else {
        let known = NamedSource.allCases.map(\.rawValue).joined(separator: ", ")
        throw unusable("credential_source is \"\(name)\", which is none of \(known)")
      }
      origin = .source(source)
    case (.some(let name), nil):
      do throws(ConfigurationError) {
        try profiles.check(.profile(name))
      } catch {
        throw .settings(error)
      }
      guard let source = profiles.profile(named: name) else {
        let hint = profiles.misplaced(name).map { "; \($0.description.trimmingSuffix { $0 == "." })" } ?? ""
        throw unusable("its source_profile \"\(name)\" is in neither of AWS's files\(hint)")
      }
      let areOwn = name == profile.name && Self.hasCredentials(source)
      guard areOwn || !visited.contains(name) else {
        throw unusable("source_profile leads back to where it began: \((visited + [name]).joined(separator: " -> "))")
      }
      origin = .profile(name)
    }
    request = RoleRequest(
      arn: profile["role_arn"] ?? "",
      sessionName: profile["role_session_name"],
      externalID: profile["external_id"],
      durationSeconds: profile["duration_seconds"].flatMap(Int.init),
      mfaSerial: profile["mfa_serial"]
    )
  }
}
