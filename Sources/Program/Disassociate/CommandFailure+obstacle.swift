import FoundationEssentials
import PlainText
import Runs

extension CommandFailure {
  /// Somebody has to agree, and there is nobody to ask.
  static let noTerminal = CommandFailure(
    .refused,
    "\(NothingSent.words): there is no terminal to confirm on. Look at what would be sent, then add --yes.",
    isUnsent: true
  )

  /// Somebody was asked, and did not agree.
  static let notConfirmed = CommandFailure.unsent(.refused, because: "Not confirmed")

  /// What keeps a plan from being sent.
  init(_ obstacle: Obstacle) {
    self =
      switch obstacle {
      case .readOnly(.option): .unsent(.refused, because: "--read-only is set")
      case .readOnly(.settings): .unsent(.refused, because: "The settings file has read_only = true")
      case .noReason: .unsent(.refused, because: "A reason is required here", next: "Give one with --reason.")
      case .elsewhere(let subject, let difference): subject.failure(difference)
      case .accountUnknown(.run, let account):
        CommandFailure(
          .unavailable,
          "The run is about account \(account), and STS did not say whose the credentials are, so nothing was read or "
            + "sent. Try again.",
          isUnsent: true
        )
      case .accountUnknown(_, let account):
        .unsent(
          .refused,
          because: "The plan is for account \(account), and STS did not say whose the credentials are",
          next: "Try again, or confirm at a terminal."
        )
      case .unread(_, let failure):
        .unsent(.unavailable, because: "The check before sending failed", next: "\(failure)")
      case .usedUp(let claim): CommandFailure(.refused, claim.sentence, isUnsent: true)
      case .tooOld(let expiry):
        .unsent(
          .refused,
          because: "The plan was to be sent by \(expiry.formatted(.iso8601))",
          next: "Make a new plan; --valid-for says for how long one may be sent."
        )
      case .fromTheFuture(let made, let now):
        CommandFailure(
          .refused,
          "The plan says that it was made \(made.formatted(.iso8601)), and here it is \(now.formatted(.iso8601)), so "
            + "nobody knows how old it is, and \(NothingSent.clause). Set the clock right, or make a new plan.",
          isUnsent: true
        )
      case .tooMany(let count, let bound, let shares): bound.failure(count, shares)
      case .tooMuch(let shares, let percent):
        .unsent(
          .refused,
          because: "More of a stack's people would be taken off it than at_most_percent = \(percent) in the settings "
            + "allows",
          next: "Plan for fewer of them at once:",
          details: shares.map(\.detail)
        )
      case .nothingPlanned: .unsent(.refused, because: "Nothing is in the plan")
      case .nothingLeft: .unsent(.refused, because: "Every entry is where it was wanted")
      }
  }
}

extension StackShare {
  fileprivate var detail: Line { "\(stackName): \(text)" }
}

extension Bound {
  /// What came of `count` entries, which are more.
  fileprivate func failure(_ count: Int, _ shares: [StackShare]) -> CommandFailure {
    let entries: Line =
      "\(count.of("entry", plural: "entries")) on \(shares.count.of("stack")) would be sent, and \(clause)"
    return .unsent(.refused, because: entries, next: advice(count), details: shares.map(\.detail))
  }

  private var clause: Line {
    switch self {
    case .option(let limit): "--at-most is \(limit)"
    case .unasked: "under --yes that may be \(limit)"
    case .setting(let limit): "the settings allow at_most = \(limit)"
    }
  }

  private func advice(_ count: Int) -> Line {
    switch self {
    case .option: "Look at the plan with --dry-run:"
    case .unasked:
      "Look at the plan with --dry-run, then confirm at a terminal, pin a plan file with --plan-sha256, or give "
        + "--at-most \(count):"
    case .setting: "Make smaller plans:"
    }
  }
}

extension Obstacle.Subject {
  /// How it differs from here, and what to do.
  fileprivate func failure(_ difference: Place.Difference) -> CommandFailure {
    switch (self, difference) {
    case (.run, .account(let account, let here)):
      .unsent(
        .refused,
        because: "The run is about account \(account), but the credentials are of account \(here)",
        next: "Use credentials of account \(account)."
      )
    case (_, .account(let account, let here)):
      .unsent(
        .refused,
        because: "The plan is for account \(account), but the credentials are now of account \(here)",
        next: "Use credentials of account \(account), or plan again."
      )
    case (_, .region(let region, let here)):
      .unsent(
        .refused,
        because: "\(name) Region \(region), and \(here) was asked for",
        next: "Leave that option out."
      )
    case (_, .endpoint(let endpoint, let here)):
      .unsent(
        .refused,
        because: "\(name) endpoint \(endpoint), and \(here) was asked for",
        next: "Leave that option out."
      )
    }
  }

  private var name: Line { self == .run ? "The run was in" : "The plan is for" }
}
