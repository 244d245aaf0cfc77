import AWSClientCore
import AppStream
import Runs

/// A plan on the screen, from the key that froze it until it is sent or left.
struct PlanState: Sendable, Equatable {
  private(set) var plan: Plan
  /// The plan's short hash, which takes too long for every drawing.
  private(set) var fingerprint: String
  /// What its entries were taken from.
  let source: PlanSource
  /// Whether it is a retry that could leave rows out, or has; found once, and not for every drawing.
  let hasStillPresent: Bool
  private(set) var phase = Phase.checking(confirmed: nil)
  private(set) var lines: [PlanLine]
  /// The entries that were where they are wanted at the check: gone, or for an undo there.
  private(set) var gone: Set<Int> = []
  private(set) var figures: PlanFigures
  var warnings: [PlanWarning] = []
  /// The users of whom something is sent, and who have nothing else that was read.
  var leftAlone: Set<ExactText> = []
  /// What was typed of the confirmation.
  var typed = ""
  var scroll = Scroll()
  var warningScroll = Scroll()

  /// How far the check has come.
  enum Phase: Sendable, Equatable {
    /// The stacks are being read; `confirmed` is there when an earlier check was confirmed, but too old to send on.
    case checking(confirmed: Confirmed?)
    case checked(Check)
  }

  /// A confirmation that was complete.
  struct Confirmed: Sendable, Equatable {
    /// How it was given, for the journal.
    var how: String
    /// What was asked for.
    var confirmation: Confirmation

    init(how: String, as confirmation: Confirmation) {
      self.how = how
      self.confirmation = confirmation
    }
  }

  init(_ plan: Plan, _ source: PlanSource) {
    self.plan = plan
    self.source = source
    hasStillPresent = source.hasStillPresent
    fingerprint = plan.fingerprint
    lines = PlanLine.lines(of: plan, nil)
    figures = PlanFigures(plan.entries)
  }

  /// Marked rows that are not shown and so not in the plan, unless they were included.
  var hidden: Set<Association> { source.hidden }
  var includesHidden: Bool { source.includesHidden }

  var check: Check? {
    if case .checked(let check) = phase { check } else { nil }
  }

  /// The entries that would be sent, as far as is known.
  var toSend: [Association] {
    gone.isEmpty ? plan.entries : plan.entries.indices.filter { !gone.contains($0) }.map { plan.entries[$0] }
  }

  mutating func checkAgain(_ confirmed: Confirmed? = nil) {
    phase = .checking(confirmed: confirmed)
    typed = ""
  }

  /// Takes in what the service said.
  ///
  /// A plan made before STS answered takes its caller from the check: nobody can have confirmed it without one.
  mutating func take(_ check: Check) {
    if plan.caller == nil, check.caller != nil {
      plan = plan.asked(by: check.caller)
      fingerprint = plan.fingerprint
    }
    phase = .checked(check)
    let isRemoval = plan.operation == .disassociate
    gone = Set(check.stacks.lazy.filter { $0.failure == nil }.flatMap { isRemoval ? $0.gone : $0.present })
    lines = PlanLine.lines(of: plan, check)
    figures = PlanFigures(toSend)
    typed = ""
  }
}
