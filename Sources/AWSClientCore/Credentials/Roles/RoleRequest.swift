import Crypto
import FoundationEssentials
import PlainText

/// Where the parts of a role that may be set in several places are set.
struct RoleSettingNames: Equatable {
  var arn: String
  var sessionName: String

  /// Both in the profile.
  static let profile = RoleSettingNames(arn: "role_arn", sessionName: "role_session_name")
}

/// What STS is told about a role that is to be taken on.
struct RoleRequest: Equatable {
  var arn: String
  /// The name of the session, as CloudTrail will show it; `nil` for one made up of the time.
  var sessionName: String?
  var externalID: String?
  var durationSeconds: Int?
  var mfaSerial: String?

  init(
    arn: String,
    sessionName: String? = nil,
    externalID: String? = nil,
    durationSeconds: Int? = nil,
    mfaSerial: String? = nil
  ) {
    self.arn = arn
    self.sessionName = sessionName
    self.externalID = externalID
    self.durationSeconds = durationSeconds
    self.mfaSerial = mfaSerial
  }

  /// The parameters of the request, for a session of `program` that begins at `date`.
  func parameters(of program: String, at date: Date) -> [(name: String, value: String)] {
    let name = sessionName ?? "\(program)-\(Int(date.timeIntervalSince1970))"
    let parameters: [(String, String?)] = [
      ("RoleArn", arn),
      ("RoleSessionName", name),
      ("ExternalId", externalID),
      ("DurationSeconds", durationSeconds.map(String.init)),
      ("SerialNumber", mfaSerial),
    ]
    return parameters.compactMap { name, value in value.map { (name, $0) } }
  }

  /// The setting that STS blames in `message`, in the words of `names`; `nil` when it blames none that somebody has
  /// set.
  ///
  /// STS names the parameter, as in "Value 'a b' at 'roleSessionName' failed to satisfy constraint".
  func blamed(in message: String, _ names: RoleSettingNames = .profile) -> String? {
    let settings = [
      ("RoleSessionName", sessionName == nil ? nil : names.sessionName), ("ExternalId", "external_id"),
      ("DurationSeconds", "duration_seconds"), ("SerialNumber", "mfa_serial"), ("RoleArn", names.arn),
    ]
    let message = message.lowercased()
    return settings.first { message.contains($0.0.lowercased()) }?.1
  }

  /// The name under which the AWS CLI keeps the credentials of this role, without the ending.
  ///
  /// It is the SHA-1 of the parameters as Python's `json.dumps(…, sort_keys=True)` writes them, without a session name
  /// that was made up (botocore's `credentials.py:BaseAssumeRoleCredentialFetcher._create_cache_key`).
  var cacheKey: String {
    let members = [
      durationSeconds.map { "\"DurationSeconds\": \($0)" },
      externalID.map { "\"ExternalId\": \(Self.quoted($0))" },
      "\"RoleArn\": \(Self.quoted(arn))",
      sessionName.map { "\"RoleSessionName\": \(Self.quoted($0))" },
      mfaSerial.map { "\"SerialNumber\": \(Self.quoted($0))" },
    ]
    let text = "{" + members.compactMap(\.self).joined(separator: ", ") + "}"
    return Array(Insecure.SHA1.hash(data: Array(text.utf8))).hexadecimal
  }

  /// A JSON text in ASCII, as Python writes it.
  private static func quoted(_ text: String) -> String {
    let escapes: [UInt16: String] = [
      0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: "\\\"", 0x5C: "\\\\",
    ]
    return text.utf16.reduce(into: "\"") { quoted, unit in
      if let escape = escapes[unit] {
        quoted += escape
      } else if (0x20...0x7E).contains(unit) {
        quoted.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      } else {
        let digits = String(unit, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    } + "\""
  }
}
