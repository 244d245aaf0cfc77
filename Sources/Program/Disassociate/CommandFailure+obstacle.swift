import FoundationEssentials
import PlainText
import Runs

extension CommandFailure {
  /// Somebody has to agree, and there is nobody to ask.
  static let noTerminal = CommandFailure(
    .refused,
    "Nothing was sent: there is no terminal to confirm on. Look at what would be sent, then add --yes."
  )

  /// Somebody was asked, and did not agree.
  static let notConfirmed = CommandFailure(.refused, "Not confirmed, so nothing was sent.")

  /// What keeps a plan from being sent.
  init(_ obstacle: Obstacle) {
    switch obstacle {
    case .readOnly(.option): self.init(.refused, "--read-only is set, so nothing was sent.")
    case .readOnly(.settings): self.init(.refused, "The settings file has read_only = true, so nothing was sent.")
    case .noReason:
      self.init(.refused, "A reason is required here, so nothing was sent. Give one with --reason.")
    case .elsewhere(let subject, let difference): self.init(.refused, subject.sentence(difference))
    case .accountUnknown(.run, let account):
      self.init(
        .unavailable,
        "The run is about account \(account), and STS did not say whose the credentials are, so nothing was read or "
          + "sent. Try again."
      )
    case .accountUnknown(_, let account):
      self.init(
        .refused,
        "The plan is for account \(account), and STS did not say whose the credentials are, so nothing was sent. "
          + "Try again, or confirm at a terminal."
      )
    case .unread(_, let failure):
      self.init(.unavailable, "The check before sending failed, so nothing was sent. \(failure)")
    case .usedUp(let claim): self.init(.refused, claim.sentences)
    case .tooOld(let expiry):
      self.init(
        .refused,
        "The plan was to be sent by \(expiry.formatted(.iso8601)), so nothing was sent. Make a new plan; --valid-for "
          + "says for how long one may be sent."
      )
    case .fromTheFuture(let made, let now):
      self.init(
        .refused,
        "The plan says that it was made \(made.formatted(.iso8601)), and here it is \(now.formatted(.iso8601)), so "
          + "nobody knows how old it is, and nothing was sent. Set the clock right, or make a new plan."
      )
    case .tooMany(let count, let bound, let shares):
      self.init(
        .refused,
        "\(count.of("entry", plural: "entries")) on \(shares.count.of("stack")) would be sent, and "
          + bound.clause(count),
        details: shares.map { "\($0.stackName): \($0.text)" }
      )
    case .tooMuch(let shares, let percent):
      self.init(
        .refused,
        "More of a stack's people would be taken off it than at_most_percent = \(percent) in the settings allows, so "
          + "nothing was sent. Plan for fewer of them at once:",
        details: shares.map { "\($0.stackName): \($0.text)" }
      )
    case .nothingPlanned: self.init(.refused, "Nothing is in the plan, so nothing was sent.")
    case .nothingLeft: self.init(.refused, "Every entry is where it was wanted, so nothing was sent.")
    }
  }
}

extension Bound {
  /// That nothing was sent since it is more, and what to do.
  fileprivate func clause(_ count: Int) -> String {
    switch self {
    case .option(let limit): "--at-most is \(limit), so nothing was sent. Look at the plan with --dry-run:"
    case .unasked:
      "under --yes that may be \(limit), so nothing was sent. Look at the plan with --dry-run, then confirm at a "
        + "terminal, pin a plan file with --plan-sha256, or give --at-most \(count):"
    case .setting(let limit):
      "the settings allow at_most = \(limit), so nothing was sent. Make smaller plans:"
    }
  }
}

extension Obstacle.Subject {
  /// How it differs from here, and what to do.
  fileprivate func sentence(_ difference: Place.Difference) -> String {
    switch (self, difference) {
    case (.run, .account(let account, let here)):
      "The run is about account \(account), but the credentials are of account \(here), so nothing was sent. Use "
        + "credentials of account \(account)."
    case (_, .account(let account, let here)):
      "The plan is for account \(account), but the credentials are now of account \(here), so nothing was sent. Use "
        + "credentials of account \(account), or plan again."
    case (_, .region(let region, let here)):
      "\(name) Region \(region), and \(here) was asked for, so nothing was sent. Leave that option out."
    case (_, .endpoint(let endpoint, let here)):
      "\(name) endpoint \(endpoint), and \(here) was asked for, so nothing was sent. Leave that option out."
    }
  }

  private var name: String { self == .run ? "The run was in" : "The plan is for" }
}
