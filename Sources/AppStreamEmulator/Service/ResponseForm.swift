import AWSClientCore
import FoundationEssentials
import PlainText

/// Puts results and refusals into the form that the caller's protocol wants.
struct ResponseForm {
  /// How the request is written.
  let form: ReceivedCall.Form
  /// The id of the request.
  let requestID: String
  /// The service's time.
  let now: Date
  /// Whether errors come with the `x-amzn-ErrorType` header.
  let sendsErrorTypeHeader: Bool

  /// A result in JSON or CBOR.
  func success(_ output: some Encodable) -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .secondsSince1970
    do {
      let json = try encoder.encode(output)
      guard form == .cbor else { return answer(200, Array(json)) }
      let value = try JSONDecoder().decode(JSONValue.self, from: json)
      return answer(200, CBORWriter.bytes(value, times: Self.times))
    } catch {
      // Only a number that JSON does not know cannot be encoded, such as one out of a broken state file.
      return serverError(status: 500)
    }
  }

  /// The response of `GetCallerIdentity`.
  func callerIdentity(_ identity: EmulatedIdentity) -> HTTPResponse {
    let body = """
      <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <GetCallerIdentityResult>
          <Arn>\(Self.escaped(identity.arn))</Arn>
          <UserId>\(Self.escaped(identity.userID))</UserId>
          <Account>\(Self.escaped(identity.account))</Account>
        </GetCallerIdentityResult>
        <ResponseMetadata>
          <RequestId>\(requestID)</RequestId>
        </ResponseMetadata>
      </GetCallerIdentityResponse>

      """
    return answer(200, Array(body.utf8))
  }

  /// A refusal.
  func refusal(_ refusal: EmulatedRefusal) -> HTTPResponse {
    switch form {
    case .json, .cbor:
      let isFrontDoor = refusal.layer == .frontDoor
      let body = JSONValue.object([
        "__type": .string((isFrontDoor ? "com.amazon.coral.service#" : "") + refusal.code),
        (isFrontDoor ? "message" : "Message"): .string(refusal.message),
      ])
      var response = success(body)
      response.status = refusal.status
      if sendsErrorTypeHeader { response.headers["x-amzn-ErrorType"] = refusal.code }
      return response
    case .query:
      // STS drops "Exception" from the codes and answers 403 to what concerns signatures.
      let code = Self.queryCodes[refusal.code] ?? refusal.code
      let body = """
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <Error>
            <Type>Sender</Type>
            <Code>\(Self.escaped(code))</Code>
            <Message>\(Self.escaped(refusal.message))</Message>
          </Error>
          <RequestId>\(requestID)</RequestId>
        </ErrorResponse>

        """
      let status = Self.queryCodes[refusal.code] == nil ? refusal.status : 403
      return answer(status, Array(body.utf8))
    case .unknown:
      return answer(404, Array("<UnknownOperationException/>\n".utf8))
    }
  }

  /// The service's own failure: 503 is "unavailable", everything else "internal".
  func serverError(status: Int) -> HTTPResponse {
    let code = status == 503 ? "ServiceUnavailableException" : "InternalFailure"
    let message = "The request processing has failed because of an unknown error."
    if form == .cbor {
      return answer(status, CBORWriter.bytes(.object(["__type": .string(code), "message": .string(message)])))
    }
    return answer(status, Array(#"{"__type":"\#(code)","message":"\#(message)"}"#.utf8))
  }

  /// What a proxy in the service's place says; it knows nothing of request ids.
  static func html(status: Int) -> HTTPResponse {
    let title = status == 502 ? "502 Bad Gateway" : status == 504 ? "504 Gateway Time-out" : "Sign in to the network"
    let body = "<html>\r\n<head><title>\(title)</title></head>\r\n<body><h1>\(title)</h1></body>\r\n</html>\r\n"
    return HTTPResponse(status: status, headers: ["Content-Type": "text/html"], body: Array(body.utf8))
  }

  private func answer(_ status: Int, _ body: [UInt8]) -> HTTPResponse {
    var headers: HTTPHeaders = [
      "x-amzn-RequestId": requestID,
      "Date": HTTPDate.text(now),
      "Content-Type": contentType,
    ]
    if form == .cbor { headers["smithy-protocol"] = "rpc-v2-cbor" }
    return HTTPResponse(status: status, headers: headers, body: body)
  }

  private var contentType: String {
    switch form {
    case .json: "application/x-amz-json-1.1"
    case .cbor: "application/cbor"
    case .query, .unknown: "text/xml"
    }
  }

  /// The members of responses that are times.
  private static let times: Set<String> = ["CreatedTime"]

  private static let queryCodes = [
    "UnrecognizedClientException": "InvalidClientTokenId",
    "InvalidSignatureException": "SignatureDoesNotMatch",
    "ExpiredTokenException": "ExpiredToken",
    "MissingAuthenticationTokenException": "MissingAuthenticationToken",
    "IncompleteSignatureException": "IncompleteSignature",
    "AccessDeniedException": "AccessDenied",
  ]

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
