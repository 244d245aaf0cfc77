public import AWSClientCore

/// Gives up calls over another transport after a time.
public struct TimeLimitedTransport: HTTPTransport {
  private let transport: any HTTPTransport
  private let limit: Duration
  private let clock: any Clock<Duration>

  /// Makes a transport whose calls take no longer than `limit` on `clock`.
  public init(_ transport: any HTTPTransport, limit: Duration, clock: any Clock<Duration> = ContinuousClock()) {
    self.transport = transport
    self.limit = limit
    self.clock = clock
  }

  /// Sends `request` once.
  ///
  /// - Throws: `TransportError/responseTimedOut(host:seconds:)` when the time is up, or what the other
  ///   transport throws.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let host = request.endpoint.host
    let outcome = await Race.against(limit, on: clock) {
      do throws(TransportError) {
        return Result<HTTPResponse, TransportError>.success(try await transport.send(request))
      } catch {
        return .failure(error)
      }
    } otherwise: { expiry in
      .failure(TransportError(expiry, limit, host: host))
    }
    return try outcome.get()
  }
}

extension TransportError {
  /// What a call to `host` came to that was given up.
  init(_ expiry: Race.Expiry, _ limit: Duration, host: String) {
    switch expiry {
    case .limit: self = .responseTimedOut(host: host, seconds: limit / .seconds(1))
    case .cancellation: self = .cancelled(host: host)
    }
  }
}
