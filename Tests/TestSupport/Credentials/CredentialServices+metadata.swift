import AWSClientCore
import FoundationEssentials

extension CredentialServices {
  /// The keys of a container, at any path.
  func answerContainer(_ request: HTTPRequest, _ path: String) -> HTTPResponse {
    note("\(request.method) container/\(path)\(request.query.isEmpty ? "" : "?" + request.query)")
    guard request.headers["Authorization"] == rules.containerToken else { return Self.answer(401, "Unauthorized") }
    return Self.answer(200, document("container"))
  }

  /// The metadata service of an instance.
  func answerInstance(_ request: HTTPRequest, _ path: String) -> HTTPResponse {
    note("\(request.method) \(path)")
    let rules = rules
    if request.method == "PUT" {
      guard rules.hasMetadataTokens, path == "latest/api/token" else { return Self.answer(404, "") }
      guard request.headers["x-aws-ec2-metadata-token-ttl-seconds"] == "21600" else { return Self.answer(400, "") }
      return Self.answer(200, "s3cret-session", type: "text/plain")
    }
    let token = request.headers["x-aws-ec2-metadata-token"]
    guard token == "s3cret-session" || (token == nil && rules.answersWithoutToken) else { return Self.answer(401, "") }
    guard let role = rules.instanceRole else { return Self.answer(404, "") }
    switch path {
    case "latest/meta-data/iam/security-credentials/": return Self.answer(200, role, type: "text/plain")
    case "latest/meta-data/iam/security-credentials/\(role)": return Self.answer(200, document("instance"))
    default: return Self.answer(404, "")
    }
  }

  private func document(_ origin: String) -> String {
    let key = key(origin)
    return """
      {"Code":"Success","AccessKeyId":"\(key.id)","SecretAccessKey":"\(key.secret)","Token":"\(key.token)",\
      "Expiration":"\(key.end.formatted(.iso8601))"}
      """
  }
}
