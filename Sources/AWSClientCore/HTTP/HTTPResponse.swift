/// One HTTP answer, whole and in memory.
public struct HTTPResponse: Sendable, Equatable {
  /// The status code; 400 and above are answers too, not failures of the transport.
  public var status: Int
  /// The header fields.
  public var headers: HTTPHeaders
  /// The body's bytes, all of them: a body cut short is a ``TransportError``.
  public var body: [UInt8]

  /// Makes a response.
  public init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Whether the status says that the request was understood and done.
  var isSuccess: Bool { (200..<300).contains(status) }
}
