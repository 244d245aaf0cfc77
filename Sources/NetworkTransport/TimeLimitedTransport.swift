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
  /// - Throws: `TransportError/answerTimedOut(host:seconds:)` when the time is up, or what the other
  ///   transport throws.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let host = request.endpoint.host
    let outcome = await withTaskGroup(of: Result<HTTPResponse, TransportError>.self) { group in
      group.addTask {
        do throws(TransportError) {
          return .success(try await transport.send(request))
        } catch {
          return .failure(error)
        }
      }
      group.addTask {
        do {
          try await clock.sleep(for: limit)
          return .failure(.answerTimedOut(host: host, seconds: limit / .seconds(1)))
        } catch {
          return .failure(.cancelled(host: host))
        }
      }
      defer { group.cancelAll() }
      return await group.next() ?? .failure(.cancelled(host: host))
    }
    return try outcome.get()
  }
}
