import AWSClientCore
import FoundationEssentials

extension CredentialServices {
  /// GetRoleCredentials of IAM Identity Center's portal.
  func answerPortal(_ request: HTTPRequest, _ path: String) -> HTTPResponse {
    note("GetRoleCredentials \(request.query)")
    guard request.method == "GET", path == "federation/credentials" else { return Self.answer(404, "") }
    guard request.headers["x-amz-sso_bearer_token"] == rules.ssoToken else {
      return Self.answer(401, #"{"message":"Session token not found or invalid"}"#)
    }
    let key = key("sso")
    let end = Int(key.end.timeIntervalSince1970 * 1000)
    return Self.answer(
      200,
      """
      {"roleCredentials":{"accessKeyId":"\(key.id)","secretAccessKey":"\(key.secret)",\
      "sessionToken":"\(key.token)","expiration":\(end)}}
      """
    )
  }

  /// CreateToken of IAM Identity Center's token service; tokens change with every renewal.
  func answerTokenService(_ request: HTTPRequest, _ path: String) -> HTTPResponse {
    let members = (try? JSONDecoder().decode([String: String].self, from: Data(request.body))) ?? [:]
    note("CreateToken \(members["grantType"] ?? "")")
    guard request.method == "POST", path == "token", members["clientSecret"] == Self.clientSecret,
      members["refreshToken"] == rules.ssoRefreshToken
    else {
      return Self.answer(400, #"{"error":"invalid_grant","error_description":"Invalid refresh token provided"}"#)
    }
    change { rules in
      rules.ssoToken = "sso-s3cret-2"
      rules.ssoRefreshToken = "sso-refresh-s3cret-2"
    }
    return Self.answer(
      200,
      """
      {"accessToken":"sso-s3cret-2","refreshToken":"sso-refresh-s3cret-2","expiresIn":28800,"tokenType":"Bearer"}
      """
    )
  }
}
