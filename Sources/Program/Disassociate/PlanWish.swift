import Runs

/// What is asked of a plan beside who is on it.
struct PlanWish: Sendable {
  /// The reason or ticket.
  var reason: String?
  /// Whether the service is to mail the people concerned.
  var sendsEmail = false
  /// For how long the plan may be sent; `nil` for as long as the settings say.
  var validFor: PlanValidity?
  /// The hash that a plan file has to have.
  var pinnedHash: String?
  /// Whether nothing is to be sent.
  var isDryRun = false
  /// Whether stacks that could not be read are accepted.
  var allowsPartial = false
}
