import AWSClientCore

/// What is known of who calls the service.
enum Caller: Sendable, Equatable {
  /// STS has not answered yet.
  case asked
  /// STS did not answer in time.
  case unknown
  case known(CallerIdentity)

  var identity: CallerIdentity? {
    if case .known(let identity) = self { identity } else { nil }
  }
}
