import PlainText

/// Asks the metadata service of an EC2 instance, with a session token where it gives one.
///
/// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-v2-how-it-works.html
struct MetadataClient {
  let settings: MetadataSettings
  let transport: any HTTPTransport
  let userAgent: String

  /// What became of asking for a session token.
  enum Session: Equatable {
    case token(Secret)
    /// The service is there and gives none; the older way is left.
    case none
    /// There is no such service.
    case absent
    /// The service calls the request bad.
    case refused

    /// Takes the token out of what the service says.
    var redaction: Redaction {
      if case .token(let token) = self { Redaction([token]) } else { Redaction([] as [Secret]) }
    }
  }

  func session() async -> Session {
    let request = request("PUT", "latest/api/token", ["x-aws-ec2-metadata-token-ttl-seconds": "21600"])
    for _ in 1...settings.attempts {
      do throws(TransportError) {
        let response = try await transport.send(request)
        switch response.status {
        case 200:
          let token = String(decoding: response.body, as: UTF8.self)
          if token.isEmpty { return .none }
          return WrittenCredentials.canBeInHeader(token) ? .token(Secret(token)) : .refused
        case 403, 404, 405: return .none
        case 400: return .refused
        default: continue
        }
      } catch .responseTimedOut {
        // The response to PUT gets lost on purpose where it would have one network hop too many.
        return .none
      } catch {
        if error.isCertainlyUnsent { return .absent }
      }
    }
    return .none
  }

  /// The body of a successful answer that is not empty and `isWhole`, or else `nil`.
  func text(
    of path: String,
    _ session: Session,
    isWhole: (String) -> Bool = { _ in true }
  ) async -> String? {
    var headers: HTTPHeaders = [:]
    if case .token(let token) = session { headers["x-aws-ec2-metadata-token"] = token.exposed }
    let request = request("GET", path, headers)
    for _ in 1...settings.attempts {
      // An instance that does not answer has no credentials to give; the chain goes on without it.
      guard let response = try? await transport.send(request) else { continue }
      guard response.status == 200, !response.body.isEmpty else { continue }
      let text = String(decoding: response.body, as: UTF8.self)
      if isWhole(text) { return text }
    }
    return nil
  }

  private func request(_ method: String, _ path: String, _ headers: HTTPHeaders) -> HTTPRequest {
    var headers = headers
    headers["User-Agent"] = userAgent
    return HTTPRequest(
      method: method,
      endpoint: settings.endpoint,
      path: settings.endpoint.path.appendingPath(path),
      headers: headers
    )
  }
}
