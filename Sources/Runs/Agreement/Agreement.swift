import AppStream
public import FoundationEssentials

/// What stands between a plan and its being sent, decided in one place for everything that asks people: what is
/// confirmed is what is sent.
///
/// It is made of a plan, where that came from, the rules that hold and the place we are in. It takes in what the
/// service said of the plan and what was typed, and ``nextStep`` says what to do next: have the plan checked, ask for a
/// confirmation, refuse, or send. It waits for nothing, asks nobody and reads no clock.
///
/// ```swift
/// var agreement = Agreement(plan, .selection, rules: rules, in: place)
/// var step = agreement.nextStep
/// while true {
///   switch step {
///   case .check(let plan): step = agreement.take(await checker.check(plan), of: plan)
///   case .ask(let confirmation, _): step = agreement.take(typed: try ask(for: confirmation), at: .now)
///   case .refuse(let obstacle): throw Refused(obstacle)
///   case .send(let start): return try launcher.begin(start)
///   }
/// }
/// ```
public struct Agreement: Sendable, Equatable {
  /// The plan, with the caller that STS has named by now.
  public private(set) var plan: Plan
  /// Where it came from.
  public let source: Source
  /// Who confirms.
  public let consent: Consent
  /// What the journal says beside how it was confirmed.
  public let note: String
  /// The rules that hold.
  public let rules: Rules
  /// How many entries it may be begun with, beside what the rules say; `nil` for as many as there are.
  public let bound: Bound?
  /// When it was taken up here, by the wall clock; `nil` leaves its age to the check.
  public let begun: Date?
  /// Where we are, as far as it is known by now.
  public var place: Place
  /// What the service said last; `nil` while a check is due.
  public private(set) var check: Check?
  /// What would be sent, as far as it is known.
  public private(set) var facts: Facts
  /// What was confirmed on a check that had grown too old to send on.
  private var confirmed: Confirmed?

  /// A confirmation that was complete, and what it was of.
  private struct Confirmed: Sendable, Equatable {
    var confirmation: Confirmation
    var toSend: [Association]
  }

  /// Begins with a plan that nothing has been asked of yet.
  ///
  /// - Parameters:
  ///   - plan: What would be sent.
  ///   - source: Where it came from.
  ///   - consent: Who confirms.
  ///   - note: What the journal says beside how it was confirmed.
  ///   - rules: The rules that hold.
  ///   - bound: How many entries it may be begun with, beside what the rules say.
  ///   - begun: When it was taken up here, by the wall clock; `nil` leaves its age to the check.
  ///   - place: Where we are.
  public init(
    _ plan: Plan,
    _ source: Source,
    consent: Consent = .asked,
    note: String = "",
    rules: Rules,
    bound: Bound? = nil,
    begun: Date? = nil,
    in place: Place
  ) {
    self.plan = plan
    self.source = source
    self.consent = consent
    self.note = note
    self.rules = rules
    self.bound = bound
    self.begun = begun
    self.place = place
    facts = Facts(plan, nil)
  }

  /// Takes in what the service said of `checked`; what it said of another plan says nothing of this one.
  ///
  /// A plan that was made before STS answered takes its caller from the check: nobody can have confirmed it without
  /// one.
  public mutating func take(_ check: Check, of checked: Plan) -> Step {
    guard checked == plan, self.check == nil else { return nextStep }
    if plan.caller == nil, check.caller != nil { plan = plan.asked(by: check.caller) }
    self.check = check
    facts = Facts(plan, check)
    guard let confirmed else { return nextStep }
    self.confirmed = nil
    if obstacle == nil, confirmed == Confirmed(confirmation: confirmation, toSend: facts.toSend) {
      return .send(start(check, confirmed.confirmation.how))
    }
    facts.hasChanged = true
    return nextStep
  }

  /// Takes in what was typed where the confirmation was asked for; anything else than that is none, and the answer the
  /// same as before.
  ///
  /// A check that has grown old meanwhile is due again, and what it finds unchanged need not be confirmed again.
  public mutating func take(typed text: String, at instant: ContinuousClock.Instant) -> Step {
    let standing = nextStep
    guard case .ask(let confirmation, let facts) = standing, let check, text == confirmation.phrase else {
      return standing
    }
    guard check.isFresh(at: instant) else {
      checkAgain()
      confirmed = Confirmed(confirmation: confirmation, toSend: facts.toSend)
      return nextStep
    }
    return .send(start(check, confirmation.how))
  }

  /// Has the plan checked again; what was confirmed before counts no more.
  public mutating func checkAgain() {
    check = nil
    confirmed = nil
  }
}
