import AWSClientCore
import Algorithms
import AppStream
import PlainText
import Runs
import Screen

/// A plan on the screen, from the key that froze it until it is sent or left.
struct PlanState: Sendable, Equatable {
  /// What stands between the plan and its being sent.
  private(set) var agreement: Agreement
  /// The plan's number, which takes too long to find for every drawing.
  let number: PlanNumber
  /// What its entries were taken from.
  let source: PlanSource
  /// Whether it is a retry that could leave rows out, or has; found once, and not for every drawing.
  let hasStillPresent: Bool
  private(set) var lines: [PlanLine]
  private(set) var figures: PlanFigures
  var warnings: [PlanWarning] = []
  /// What it means for its people, where it takes any off; found anew with the warnings.
  var remarks: PlanRemarks?
  /// The rows of its people that were read and are not in it, where it could have them; found anew with the warnings.
  var missing = RowSet.none
  /// How long the values of its entries are.
  var longest = LongestValues()
  /// What is typed of the confirmation, while one is asked for.
  var entry: PhraseEntry?
  var scroll = Scroll()
  var warningScroll = Scroll()

  init(_ plan: Plan, _ source: PlanSource, rules: Rules, in place: Place) {
    number = plan.number
    agreement = Agreement(plan, source.agreementSource, note: ", plan \(number)", rules: rules, in: place)
    self.source = source
    hasStillPresent = source.hasStillPresent
    lines = PlanLine.lines(of: plan, agreement.facts)
    figures = PlanFigures(plan.entries)
  }

  var plan: Plan { agreement.plan }
  /// What the service said last; `nil` while it is asked.
  var check: Check? { agreement.check }
  /// The entries that were where they are wanted at the check: gone, or for an undo there.
  var gone: Set<Int> { agreement.facts.settled }
  /// The entries that would be sent, as far as is known.
  var toSend: [Association] { agreement.facts.toSend }

  /// The users of whom something is sent, and who have nothing else that was read.
  var leftAlone: Set<ExactText> { remarks?.usersWithNothingElse ?? [] }

  /// The marked rows that are not shown.
  var hidden: RowSet { source.marked?.hidden ?? .none }

  /// What was typed of the confirmation.
  var typed: String { entry?.typed ?? "" }

  mutating func checkAgain() {
    agreement.checkAgain()
    entry = nil
  }

  /// Takes in what the service said of the plan, in the place that is known by now.
  mutating func take(_ check: Check, in place: Place) -> Agreement.Step {
    agreement.place = place
    let step = agreement.take(check, of: plan)
    lines = PlanLine.lines(of: plan, agreement.facts)
    figures = PlanFigures(toSend)
    if case .ask(let confirmation, _) = step { entry = PhraseEntry(confirmation.phrase, beginning: .digit) }
    return step
  }

  /// Takes in what was typed with Enter after it.
  mutating func agree(to text: String, at instant: ContinuousClock.Instant) -> Agreement.Step {
    let step = agreement.take(typed: text, at: instant)
    if case .check = step { entry = nil }
    return step
  }
}

/// One line of the list of a plan's entries.
enum PlanLine: Sendable, Equatable {
  /// A stack, and how many of its people are sent for; their number is known after the check.
  case stack(StackShare)
  /// The entry at this index.
  case entry(Int)
}

extension PlanLine {
  /// The entries of `plan`, each stack's under its name.
  static func lines(of plan: Plan, _ facts: Agreement.Facts) -> [PlanLine] {
    let shares = Dictionary(facts.shares.map { ($0.stackName, $0) }) { first, _ in first }
    return plan.entries.indexed().chunked(on: \.element.stackName).flatMap { name, entries -> [PlanLine] in
      let nobody = StackShare(stackName: name, people: 0, size: .unknown)
      return [.stack(shares[name] ?? nobody)] + entries.map { .entry($0.index) }
    }
  }
}
