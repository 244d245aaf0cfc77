/// The one operation of the Security Token Service that needs no permission: asking who one is.
///
/// Protocol: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
public struct STSClient: Sendable {
  private let endpoint: Endpoint
  private let caller: SignedCaller

  /// Makes a client; `caller` has to sign for ``AWSService/sts``.
  public init(endpoint: Endpoint, caller: SignedCaller) {
    self.endpoint = endpoint
    self.caller = caller
  }

  /// Asks once who the credentials belong to; a time limit over all is the caller's business.
  ///
  /// - Throws: ``ServiceError`` when there is no response, a refusal, or a response without an identity.
  public func getCallerIdentity() async throws(ServiceError) -> CallerIdentity {
    let operation = "GetCallerIdentity"
    let request = HTTPRequest(
      endpoint: endpoint,
      headers: ["Content-Type": "application/x-www-form-urlencoded; charset=utf-8"],
      body: Array("Action=\(operation)&Version=2011-06-15".utf8)
    )
    let response = try await caller.send(request, operation: operation)
    let answer = TagReader(response.body)
    let members = ["Account", "Arn", "UserId"].compactMap(answer.text).filter { !$0.isEmpty }
    guard members.count == 3 else {
      throw .unreadable(
        operation: operation,
        reason: "it names no caller",
        requestID: ErrorResponse.requestID(response)
      )
    }
    return CallerIdentity(account: members[0], arn: members[1], userID: members[2])
  }
}
