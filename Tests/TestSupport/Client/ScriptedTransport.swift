package import AWSClientCore
import Synchronization

/// A transport that gives prepared answers, one a request, and remembers the requests.
package final class ScriptedTransport: HTTPTransport {
  /// What becomes of one request.
  package typealias Step = Result<HTTPResponse, TransportError>

  private struct State {
    var steps: [Step]
    var requests: [HTTPRequest] = []
  }

  private let state: Mutex<State>

  /// Makes a transport that answers with `steps` in order.
  package init(_ steps: [Step]) {
    state = Mutex(State(steps: steps))
  }

  /// Every request so far, in order.
  package var requests: [HTTPRequest] { state.withLock(\.requests) }

  /// Takes the next step; a request too many is answered with a lost connection that says so.
  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let step = state.withLock { state -> Step in
      state.requests.append(request)
      guard !state.steps.isEmpty else {
        return .failure(.connectionLost(host: request.endpoint.host, reason: "the script has no answer left"))
      }
      return state.steps.removeFirst()
    }
    return try step.get()
  }
}

extension Result<HTTPResponse, TransportError> {
  /// An answer with a JSON body and a request id.
  package static func json(_ body: String, status: Int = 200, headers: HTTPHeaders = [:]) -> Self {
    answer(body, type: "application/x-amz-json-1.1", status: status, headers: headers)
  }

  /// An answer of any type with a request id.
  package static func answer(_ body: String, type: String, status: Int = 200, headers: HTTPHeaders = [:]) -> Self {
    var all: HTTPHeaders = ["Content-Type": type, "x-amzn-RequestId": "7f3a"]
    for field in headers.fields { all.append(field.name, field.value) }
    return .success(HTTPResponse(status: status, headers: all, body: Array(body.utf8)))
  }
}
