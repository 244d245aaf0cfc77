import AWSClientCore
import FoundationEssentials

extension CredentialServices {
  /// AssumeRole for every key but `AKIAREFUSED`, AssumeRoleWithWebIdentity, and GetCallerIdentity for everybody.
  func answerSTS(_ request: HTTPRequest) -> HTTPResponse {
    let form = Self.form(request.body)
    if form["Action"] == "GetCallerIdentity" { return Self.identity(rules.account) }
    let role = form["RoleArn"]?.split(separator: "/").last.map(String.init) ?? ""
    guard form["Version"] == "2011-06-15", !role.isEmpty, form["RoleSessionName"]?.isEmpty == false else {
      return Self.refusal("ValidationError", "a parameter is missing")
    }
    let options = ["RoleSessionName", "ExternalId", "DurationSeconds", "SerialNumber"]
      .compactMap { name in form[name].map { " \(name)=\($0)" } }.joined()
    switch form["Action"] {
    case "AssumeRole":
      let caller = Self.signer(request)
      note("AssumeRole \(role) as \(caller ?? "nobody")\(options)")
      guard let caller, caller != "AKIAREFUSED" else {
        return Self.refusal("InvalidClientTokenId", "The security token included in the request is invalid.")
      }
      guard form["SerialNumber"] == nil || form["TokenCode"] == rules.mfaCode else {
        return Self.refusal("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.")
      }
    case "AssumeRoleWithWebIdentity":
      note("AssumeRoleWithWebIdentity \(role)\(options)")
      guard request.headers["Authorization"] == nil, form["WebIdentityToken"] == rules.webToken else {
        return Self.refusal("InvalidIdentityToken", "No OpenIDConnect provider found in your account.")
      }
    default:
      return Self.refusal("InvalidAction", "no such action")
    }
    let key = key("role.\(role)")
    return Self.answer(
      200,
      "<R><Credentials><AccessKeyId>\(key.id)</AccessKeyId><SecretAccessKey>\(key.secret)</SecretAccessKey>"
        + "<SessionToken>\(key.token)</SessionToken><Expiration>\(key.end.formatted(.iso8601))</Expiration>"
        + "</Credentials></R>",
      type: "text/xml"
    )
  }

  private static func identity(_ account: String) -> HTTPResponse {
    answer(
      200,
      "<R><GetCallerIdentityResult><Arn>arn:aws:sts::\(account):assumed-role/StackOps/ana</Arn>"
        + "<UserId>AROAEXAMPLE:ana</UserId><Account>\(account)</Account></GetCallerIdentityResult></R>",
      type: "text/xml"
    )
  }

  private static func refusal(_ code: String, _ message: String) -> HTTPResponse {
    answer(
      403,
      "<ErrorResponse><Error><Code>\(code)</Code><Message>\(message)</Message></Error></ErrorResponse>",
      type: "text/xml"
    )
  }

  /// The access key id in the signature.
  private static func signer(_ request: HTTPRequest) -> String? {
    request.headers["Authorization"]?.split(separator: "Credential=").last?.split(separator: "/").first.map(String.init)
  }

  private static func form(_ body: [UInt8]) -> [String: String] {
    var components = URLComponents()
    components.percentEncodedQuery = String(decoding: body, as: UTF8.self)
    return (components.queryItems ?? []).reduce(into: [:]) { $0[$1.name] = $1.value }
  }
}
