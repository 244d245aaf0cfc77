extension Refusal {
  /// Whether other keys could help: the service does not accept these, rather than the date or the way of signing.
  var isOfKeys: Bool {
    kind == .credentialsRefused && !Self.codesOfDates.contains(code)
  }

  private static let codesOfDates: Set<String> = ["RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"]
}
