import AWSClientCore
import FoundationEssentials
import PlainText
import Runs

/// Going over to another profile or Region: its credentials come first, then everything on the screen is dropped, and
/// only then is anything asked for.
extension ConsoleState {
  /// What an open console asks for first.
  mutating func start() -> [Effect] {
    [.task(.identify(generation: gate.generation)), .task(.readStacks), .task(.readUsers)] + listRuns()
  }

  /// Opens a session with another profile or Region, unless marks would be lost that nobody gave up.
  mutating func openSession(profile: String? = nil, region: String? = nil) -> [Effect] {
    guard !context.destination.isDemo else {
      message = .warning("The demo has no other profile or Region.")
      return []
    }
    guard !isRunOpen else { return sayHowToStop() }
    guard plan == nil else {
      message = .warning("A plan is open: Esc leaves it.")
      return []
    }
    sessionsAsked += 1
    let choice = SessionChoice(number: sessionsAsked, profile: profile, region: region)
    guard list.marks.isEmpty, kept.isEmpty else {
      prompt = .question(
        Question(
          "\(lossText) when the console goes to \(choice.name).",
          phrase: list.marks.isEmpty ? "keep nobody" : "drop marks",
          .session(choice),
          declined: "Nothing was changed."
        )
      )
      return []
    }
    return open(choice)
  }

  /// What is lost when the console goes elsewhere, as a clause that "when" is to follow.
  private var lossText: Line {
    let marked = list.marks.count.of("row is marked", plural: "rows are marked")
    let people = kept.count.of("person is kept", plural: "people are kept")
    if kept.isEmpty { return "\(marked), and marks are not kept" }
    return list.marks.isEmpty ? "\(people), and nobody is any more" : "\(marked) and \(people), and neither lasts"
  }

  /// Has the session opened; the screen waits for it.
  mutating func open(_ choice: SessionChoice) -> [Effect] {
    opening = choice
    // What was to be done with an earlier run would come in the way of it.
    runRequest = nil
    return [.session(.open(choice))]
  }

  /// Takes in what became of a session that was to be opened.
  mutating func take(_ event: SessionEvent) -> [Effect] {
    switch event {
    case .opened(let choice, let context, let credentials):
      guard choice == opening, !isRunOpen else {
        if choice == opening { opening = nil }
        return [.session(.abandon(choice.number))]
      }
      let effects = enter(context)
      message = .done("This is \(choice.name) now; everything is read anew.")
      return effects + take(credentials)
    case .refused(let choice, let sentence):
      guard choice == opening else { return [] }
      opening = nil
      message = .warning(sentence)
      return refuseCodes(of: choice.number)
    }
  }

  /// Drops what was read in another account than the one that the credentials are now of, and reads anew.
  mutating func enterOtherAccount(_ identity: CallerIdentity) -> [Effect] {
    let name = identity.account
    let sentence: Line =
      switch account {
      case nil: "Credentials of \(name) now; what was read before them was dropped."
      case identity.account: "Credentials were another account's meanwhile; \(name) is read anew."
      default: "Credentials of \(name) now; rows read in another account were dropped."
      }
    let effects = enterAnew()
    gate.settle(on: identity)
    message = .warning(sentence)
    return effects
  }

  /// Drops what earlier credentials read, since nobody says whether the present ones are of the same account, and reads
  /// anew.
  mutating func enterUnknownAccount() -> [Effect] {
    let effects = enterAnew()
    message = .warning(
      "STS does not say whose the newer credentials are: what others read was dropped, and is read anew."
    )
    return effects
  }

  /// Begins anew with the credentials that there are.
  private mutating func enterAnew() -> [Effect] {
    let (shown, areRunsOpen) = (run, areRunsOpen)
    var context = context
    sessionsAsked += 1
    context.session = sessionsAsked
    let (accessKeyID, end, stage) = (gate.accessKeyID, credentialsEnd, credentialStage)
    let kept = kept.unread
    let abandoned = opening.map { [Effect.session(.abandon($0.number))] } ?? []
    let effects = enter(context)
    // What became of a run is not lost with the rows: it says itself in which account it was.
    (run, self.areRunsOpen) = (shown, areRunsOpen)
    gate = AccountGate(accessKeyID: accessKeyID)
    (credentialsEnd, credentialStage) = (end, stage)
    // The account may be the same, and a list of people to keep must not lapse by itself.
    self.kept = kept
    // Whatever was awaited before is told to nobody any more.
    return abandoned + effects + awaitNextStage()
  }

  /// Begins anew in a session, of which nothing has been asked yet.
  private mutating func enter(_ context: ConsoleContext) -> [Effect] {
    let refused = codeRequests.map { Effect.session(.answerCode($0, nil)) }
    var fresh = ConsoleState(context: context, size: size, now: now)
    // What the terminal can show is not up to the session.
    fresh.context.isASCII = self.context.isASCII
    fresh.reason = reason
    fresh.history = history
    fresh.sessionsAsked = sessionsAsked
    fresh.keepEndings(of: self)
    self = fresh
    return refused + [.session(.enter(context.session))] + start()
  }
}
