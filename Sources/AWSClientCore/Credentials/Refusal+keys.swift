extension Refusal {
  /// Whether other keys could help: the service does not accept these, rather than the date or the way of signing.
  var isOfKeys: Bool {
    kind == .credentialsRefused && !Self.codesOfDates.contains(code)
  }

  /// The refusal with the place where the refused keys came from.
  func of(_ keys: Credentials) -> Refusal {
    var refusal = self
    if isOfKeys { refusal.keySource = keys.source }
    return refusal
  }

  private static let codesOfDates: Set<String> = ["RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"]
}
