import FoundationEssentials

/// One attempt of a call, as far as the service is told about it.
struct CallAttempt {
  /// The id of the call, the same for all its attempts.
  let invocation: String
  /// How many attempts the call may take.
  let limit: Int
  /// Whether the call is sent once only, whatever the response is.
  var isOnly = false
  /// The number of the attempt, counted from 1.
  var number = 1
  /// By how many seconds the service's clock is ahead, as its last response had it.
  var serviceAhead: TimeInterval?

  /// The value of `amz-sdk-request`.
  ///
  /// The `ttl` is when the response will no longer be waited for. It is a time on the service's clock, so it is sent
  /// only once that is known (botocore's `endpoint.py:_set_ttl`).
  func text(in context: CallContext) -> String {
    let count = "attempt=\(number); max=\(limit)"
    guard let serviceAhead else { return count }
    let ahead = serviceAhead + context.answerTimeout / .seconds(1)
    return "ttl=\(SigningDate(context.serviceClock.time.addingTimeInterval(ahead)).timestamp); \(count)"
  }
}
