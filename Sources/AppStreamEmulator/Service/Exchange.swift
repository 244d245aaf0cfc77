import AWSClientCore
import AppStream
import FoundationEssentials

/// One request on its way through the emulator: what is known of it, and what its response is so far.
struct Exchange {
  /// The request.
  let call: ReceivedCall
  /// When it arrived, by the true clock.
  let arrival: Date
  /// What the service's clock says; it differs from ``arrival`` where a fault skews it.
  private(set) var now: Date
  /// The line in the log.
  var entry: RequestLogEntry
  /// The response.
  var reply: EmulatedReply
  private let rules: EmulatorRules

  init(_ call: ReceivedCall, requestID: String, now: Date, rules: EmulatorRules) {
    self.call = call
    self.rules = rules
    arrival = now
    self.now = now
    entry = RequestLogEntry(
      n: 0,
      time: "",
      operation: call.operation,
      requestId: requestID,
      accessKeyId: call.accessKeyID,
      region: call.region,
      input: call.body,
      userAgent: call.request.headers["User-Agent"],
      attempt: call.request.headers["amz-sdk-request"],
      invocationId: call.request.headers["amz-sdk-invocation-id"]
    )
    reply = EmulatedReply(response: HTTPResponse(status: 500))
  }

  /// How answers are written.
  var form: ResponseForm {
    ResponseForm(
      form: call.form,
      requestID: entry.requestId,
      now: now,
      sendsErrorTypeHeader: rules.sendsErrorTypeHeader
    )
  }

  /// The line in the log, once the exchange is over.
  var finishedEntry: RequestLogEntry {
    var finished = entry
    finished.time = now.formatted(.iso8601WithMilliseconds)
    switch reply.ending {
    case .whole, .cut: finished.status = reply.response.status
    case .dropped, .never: finished.status = nil
    }
    return finished
  }

  /// Takes up a fault that acts whatever else happens.
  mutating func always(_ fault: Fault.Kind) {
    switch fault {
    case .delay(let delay): reply.delay += delay
    case .clockSkew(let seconds): now += seconds
    default: break
    }
  }

  /// Makes `refusal` the response.
  mutating func refuse(_ refusal: EmulatedRefusal) {
    entry.code = refusal.code
    var refusal = refusal
    let isNotFound = refusal.code == "ResourceNotFoundException" && refusal.status == 400
    if isNotFound, rules.notFoundStatus == .status404 { refusal.status = 404 }
    reply.response = form.refusal(refusal)
  }

  /// Lets the exchange end as `fault` says, whatever the response is so far.
  mutating func end(with fault: Fault.Kind) {
    switch fault {
    case .serverError(let status, _): reply.response = form.serverError(status: status)
    case .html(let status, _): reply.response = ResponseForm.html(status: status)
    case .drop: reply.ending = .dropped
    case .hang: reply.ending = .never
    case .truncate: reply.ending = .cut(after: reply.response.body.count / 2)
    default: break
    }
  }
}

extension FormatStyle where Self == Date.ISO8601FormatStyle {
  /// UTC with milliseconds, such as `2026-11-22T14:02:11.123Z`.
  static var iso8601WithMilliseconds: Self { Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt) }
}
