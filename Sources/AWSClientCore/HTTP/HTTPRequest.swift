/// One HTTP request, whole and in memory: AWS's JSON and query calls are small.
public struct HTTPRequest: Sendable, Equatable {
  /// The method, in capitals.
  public var method: String
  /// Scheme, host and port to connect to.
  public var endpoint: Endpoint
  /// The absolute path, percent-encoded as it goes on the wire.
  public var path: String
  /// The query, percent-encoded as it goes on the wire, without the question mark; empty when there is none.
  public var query: String
  /// The header fields; `Host` and `Content-Length` are the transport's to add where they are missing.
  public var headers: HTTPHeaders
  /// The body's bytes.
  public var body: [UInt8]
  /// How long the call may take in all, where that is not the transport's own limit.
  public var timeLimit: Duration?

  /// Makes a request; `path` defaults to the endpoint's own.
  public init(
    method: String = "POST",
    endpoint: Endpoint,
    path: String? = nil,
    query: String = "",
    headers: HTTPHeaders = [:],
    body: [UInt8] = [],
    timeLimit: Duration? = nil
  ) {
    self.method = method
    self.endpoint = endpoint
    self.path = path ?? endpoint.path
    self.query = query
    self.headers = headers
    self.body = body
    self.timeLimit = timeLimit
  }

  /// The address in full, as a person would write it.
  public var url: String {
    endpoint.origin + path + (query.isEmpty ? "" : "?" + query)
  }
}
