/// Sends one HTTP request and returns the service's whole response.
///
/// This is the only way out of the process that the client core knows. A transport neither signs nor retries nor
/// follows redirects (a signed request must not wander); it reports what the network did.
public protocol HTTPTransport: Sendable {
  /// Sends `request` once.
  ///
  /// - Throws: ``TransportError`` when no whole response arrived. An error status is a response, not a throw.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}
